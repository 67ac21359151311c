/** The list of all checks; the checks themselves are in the packages below, by what they read. */
@NullMarked
package dev.schemawatch.checks;

import org.jspecify.annotations.NullMarked;
