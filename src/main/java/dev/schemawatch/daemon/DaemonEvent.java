package dev.schemawatch.daemon;

import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.watch.Noticed;
import java.time.Duration;

/** All that the loop reacts to. */
public sealed interface DaemonEvent {

    /** Files changed, and the change has settled. */
    record FilesChanged(Noticed noticed) implements DaemonEvent {}

    /**
     * A database was looked at, successfully or not.
     *
     * @param took how long the look took
     */
    record DatabasePolled(String database, WatchedDatabase seen, Duration took) implements DaemonEvent {}

    /** Nobody says any more, or yet, that there is such a database. */
    record DatabaseUnnamed(String database, String message) implements DaemonEvent {}

    /** The migrations were tried on an empty database. */
    record MigrationsTried(MigrationTrial.Tried tried) implements DaemonEvent {}

    /** Something is to be told to people between two runs. */
    record Said(String message) implements DaemonEvent {}

    /** The end: the event at hand is finished, later ones are dropped. */
    record Stop() implements DaemonEvent {}
}
