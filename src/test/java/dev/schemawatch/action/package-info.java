/** The composite action in {@code .github/actions/schemawatch}: its description, and its scripts run with stand-ins. */
@NullMarked
package dev.schemawatch.action;

import org.jspecify.annotations.NullMarked;
