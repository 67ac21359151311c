/**
 * PostgreSQL's SQL as people write it in migrations: <em>tokens</em>, <em>statements</em> cut at their semicolons, and for
 * each statement the <em>command</em> that it is, as a closed family of records. An <em>effect</em> is what a command does to
 * the schema. Nothing here fails: what PostgreSQL would refuse is a command of its own. Uses {@code finding} and {@code
 * schema} only.
 */
@NullMarked
package dev.schemawatch.sql;

import org.jspecify.annotations.NullMarked;
