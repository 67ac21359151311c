/**
 * Databases to try migrations in, and the trying. A scratch database is made here, or given for this purpose and proved to be
 * empty; it is left as it was found, also when the process is told to end. Speaks JDBC, as {@code postgres} does; the only
 * package that writes to a database it did not start itself.
 */
@NullMarked
package dev.schemawatch.scratch;

import org.jspecify.annotations.NullMarked;
