package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** How a scratch database is left. */
sealed interface Tidying permits OwnDatabase, GivenDatabase {

    /** Undoes what the run has done; nobody else is in the scratch database any more. */
    void tidy(Connection guard) throws SQLException;
}
