package dev.schemawatch.daemon;

import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.workspace.Workspace;

/** Looks at one database. */
public interface DatabaseLook {

    /**
     * One look, which ends by its own deadline. Everything that goes wrong with the database is an
     * {@link dev.schemawatch.engine.DatabaseState.Unavailable}, not an exception.
     *
     * @param workspace what the repository holds now: its environment files can name the database
     */
    WatchedDatabase look(Workspace workspace);
}
