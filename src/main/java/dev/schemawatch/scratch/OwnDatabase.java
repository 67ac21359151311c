package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A database that was made for one run, and goes with it. Its name says which session looks after it, so that the next run knows
 * what a run has left that was killed: PostgreSQL ends a session at once when its client is gone.
 */
record OwnDatabase(String name) implements Tidying {
    private static final String PREFIX = "schemawatch_dry_run_";

    /** The number of the session's process, and when it began, in microseconds. */
    private static final String SESSION = "pid || '_' || (extract(epoch FROM backend_start) * 1000000)::bigint";

    /** Of databases of this role: another's cannot be dropped. A session of another role tells its number alone. */
    private static final String ORPHANS = """
            SELECT datname FROM pg_database d
            WHERE datname ~ '^schemawatch_dry_run_[0-9]+_[0-9]+_[0-9a-f]{8}$' AND pg_get_userbyid(datdba) = current_user
              AND NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE split_part(d.datname, '_', 4) = pid::text
                  AND (backend_start IS NULL OR d.datname ^@ ('schemawatch_dry_run_' || %s)))
            """.formatted(SESSION);

    static OwnDatabase create(Connection guard) throws SQLException {
        for (String orphan : Sessions.texts(guard, ORPHANS, List.of())) {
            new OwnDatabase(orphan).tidy(guard);
        }
        String session = Sessions.texts(
                        guard, "SELECT " + SESSION + " FROM pg_stat_activity WHERE pid = pg_backend_pid()", List.of())
                .getFirst();
        String name = PREFIX + session + "_" + UUID.randomUUID().toString().substring(0, 8);
        Sessions.run(guard, "CREATE DATABASE " + name + " TEMPLATE template0");
        return new OwnDatabase(name);
    }

    /** PostgreSQL manual, DROP DATABASE: FORCE ends the sessions in it, from version 13 on. */
    @Override
    public void tidy(Connection guard) throws SQLException {
        Sessions.run(guard, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
