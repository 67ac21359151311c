/**
 * The running daemon: one loop takes events (files changed, a database was looked at, stop) and makes runs of them. The loop is the only place that remembers
 * yesterday. May use everything but the command line.
 */
@NullMarked
package dev.schemawatch.daemon;

import org.jspecify.annotations.NullMarked;
