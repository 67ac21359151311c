/** The checks of what a team may agree on about its schemas, a matter of taste: off unless the configuration wants them. */
@NullMarked
package dev.schemawatch.checks.convention;

import org.jspecify.annotations.NullMarked;
