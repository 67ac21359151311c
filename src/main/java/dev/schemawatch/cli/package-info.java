/**
 * The command line: one class per command, the exit statuses, and the one place where an exception becomes a sentence. A
 * command starts only what it needs; the container is booted by {@code watch} alone.
 */
@NullMarked
package dev.schemawatch.cli;

import org.jspecify.annotations.NullMarked;
