/**
 * What a PostgreSQL database holds, as values that both the Prisma schema (expected) and the catalog (actual) are turned into. Uses the JDK only.
 */
@NullMarked
package dev.schemawatch.schema;

import org.jspecify.annotations.NullMarked;
