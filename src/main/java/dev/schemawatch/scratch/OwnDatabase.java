package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A database that was made for one run, and goes with it. Its name says which session looks after it, so that the next run knows
 * what a run has left that was killed: PostgreSQL ends a session at once when its client is gone.
 */
record OwnDatabase(String name) implements Tidying {
    private static final String PREFIX = "schemawatch_dry_run_";

    /** The number of the session's process, and when it began, in microseconds. */
    static final String SESSION = "pid || '_' || (extract(epoch FROM backend_start) * 1000000)::bigint";

    /** Of databases that this role may drop. A session of another role tells its number alone. */
    private static final String ORPHANS = """
            SELECT datname FROM pg_database d
            WHERE datname ~ '^schemawatch_dry_run_[0-9]+_[0-9]+_[0-9a-f]{8}$' AND pg_has_role(current_user, datdba, 'USAGE')
              AND NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE split_part(d.datname, '_', 4) = pid::text
                  AND (backend_start IS NULL OR d.datname ^@ ('schemawatch_dry_run_' || %s)))
            """.formatted(SESSION);

    /** @param role of the run, whose name it has, too */
    static OwnDatabase create(Connection guard, Optional<RunRole> role) throws SQLException {
        String name = role.map(RunRole::name).orElse(name(guard));
        Sessions.run(guard, "CREATE DATABASE " + name + " TEMPLATE template0");
        return new OwnDatabase(name);
    }

    /** Drops those of runs that were killed. */
    static void sweep(Connection guard) throws SQLException {
        for (String orphan : Sessions.texts(guard, ORPHANS, List.of())) {
            new OwnDatabase(orphan).tidy(guard);
        }
    }

    /** A name that nobody else has, and that says that this session looks after what is called so. */
    static String name(Connection guard) throws SQLException {
        String session = Sessions.texts(
                        guard, "SELECT " + SESSION + " FROM pg_stat_activity WHERE pid = pg_backend_pid()", List.of())
                .getFirst();
        return PREFIX + session + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * PostgreSQL manual, DROP DATABASE: FORCE ends the sessions in it, from version 13 on; a template, which its owner may have made of
     * it, is not dropped.
     */
    @Override
    public void tidy(Connection guard) throws SQLException {
        if (Sessions.texts(guard, "SELECT datname FROM pg_database WHERE datistemplate", List.of())
                .contains(name)) {
            Sessions.run(guard, "ALTER DATABASE " + name + " IS_TEMPLATE false");
        }
        Sessions.run(guard, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
