/**
 * The bundled example: a booking application whose repository and database are broken and mended before the daemon's
 * eyes. May use every package; nobody uses it but {@code Main}.
 */
@NullMarked
package dev.schemawatch.demo;

import org.jspecify.annotations.NullMarked;
