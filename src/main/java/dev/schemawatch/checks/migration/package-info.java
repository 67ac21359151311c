/** The checks of the migrations folder, and of how it keeps up with the schema. */
@NullMarked
package dev.schemawatch.checks.migration;

import org.jspecify.annotations.NullMarked;
