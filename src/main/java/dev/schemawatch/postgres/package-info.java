/**
 * The live PostgreSQL: reading its catalog and its migration history without harming it. <em>Inspect</em> means live to
 * model. Speaks JDBC, as {@code scratch} does, and nobody else.
 */
@NullMarked
package dev.schemawatch.postgres;

import org.jspecify.annotations.NullMarked;
