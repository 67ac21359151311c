/**
 * Runs as text, as JSON and in the forms that build servers read. The only place that prepares names from files and catalogs
 * for a terminal: control characters are taken out here ({@link dev.schemawatch.report.Printable}) and nowhere else. Pure;
 * commands and the daemon do the writing.
 */
@NullMarked
package dev.schemawatch.report;

import org.jspecify.annotations.NullMarked;
