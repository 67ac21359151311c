package dev.schemawatch.daemon;

import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;

/** Looks at one database. */
public interface DatabaseLook {

    /**
     * One look, which ends by its own deadline. Everything that goes wrong with the database is an
     * {@link dev.schemawatch.engine.DatabaseState.Unavailable}, not an exception.
     *
     * @param workspace what the repository holds now: its environment files can name the database
     */
    Sight look(Workspace workspace);

    /** Gives back what is kept from look to look; from any thread. */
    default void close() {}

    /** What a look came to. */
    sealed interface Sight {

        /**
         * Somebody says which database it is, and it was tried.
         *
         * @param source which database that is, and who says so, without a secret; empty when its URL cannot be used
         */
        record Seen(WatchedDatabase database, Optional<String> source) implements Sight {}

        /**
         * Nobody says that there is a database: there is nothing to look at, and nothing wrong.
         *
         * @param message where a URL was looked for, and where to put one
         */
        record NoUrl(String message) implements Sight {}
    }
}
