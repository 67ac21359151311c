package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A database that was made for one run, and goes with it. */
record OwnDatabase(String name) implements Tidying {
    private static final String PREFIX = "schemawatch_dry_run_";

    static OwnDatabase create(Connection guard) throws SQLException {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        Sessions.run(guard, "CREATE DATABASE " + name + " TEMPLATE template0");
        return new OwnDatabase(name);
    }

    /** PostgreSQL manual, DROP DATABASE: FORCE ends the sessions in it, from version 13 on. */
    @Override
    public void tidy(Connection guard) throws SQLException {
        Sessions.run(guard, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
