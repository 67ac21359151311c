/** Where the program starts: {@code Main} for every command, {@code WatchApplication} for the one that boots a container. */
@NullMarked
package dev.schemawatch;

import org.jspecify.annotations.NullMarked;
