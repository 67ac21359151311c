/** Figures of whole processes, side by side with the tools that are used for the same task today. */
@NullMarked
package dev.schemawatch.bench.process;

import org.jspecify.annotations.NullMarked;
