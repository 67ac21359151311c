/**
 * The configuration: what may stand in {@code schemawatch.yaml}, and how it becomes {@link dev.schemawatch.config.AppConfig}.
 * Every key is declared once, in {@link dev.schemawatch.config.ConfigKeys}; the reader and the page in the documentation
 * both come from there. Reads text, never a disk. Only {@code cli} and {@code daemon} use it, and hand small records on.
 */
@NullMarked
package dev.schemawatch.config;

import org.jspecify.annotations.NullMarked;
