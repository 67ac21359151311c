/**
 * The live PostgreSQL: reading its catalog and its migration history without harming it. <em>Inspect</em> means live to
 * model. The only package that speaks JDBC.
 */
@NullMarked
package dev.schemawatch.postgres;

import org.jspecify.annotations.NullMarked;
