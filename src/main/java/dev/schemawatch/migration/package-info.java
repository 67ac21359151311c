/**
 * Migrations as files, and what the history table says of them. Reads text, never a disk or a database.
 */
@NullMarked
package dev.schemawatch.migration;

import org.jspecify.annotations.NullMarked;
