/**
 * Outcomes as text and as JSON. The only place that prepares names from files and catalogs for a terminal: control
 * characters are taken out here ({@link dev.schemawatch.report.Printable}) and nowhere else. Pure; commands and the daemon
 * do the writing.
 */
@NullMarked
package dev.schemawatch.report;

import org.jspecify.annotations.NullMarked;
