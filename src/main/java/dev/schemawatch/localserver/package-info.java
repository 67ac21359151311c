/**
 * A throw-away PostgreSQL of one's own, for the demonstration and for tests: finds the server's programs, starts them in a
 * temporary folder, and leaves nothing behind but what it keeps in the user's cache for the next run. Touches disk and processes; uses the JDK, commons-compress and xz only.
 */
@NullMarked
package dev.schemawatch.localserver;

import org.jspecify.annotations.NullMarked;
