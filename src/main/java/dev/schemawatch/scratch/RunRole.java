package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.Secret;
import dev.schemawatch.sql.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The role that migrations have on a server that others use, where that of the URL is a superuser: it owns the scratch database and
 * may do nothing else, so that PostgreSQL itself keeps them from other databases, programs and files, whatever they put together at
 * run time. It goes with the run, and so do the roles that it has made: it is their administrator, which nobody else is.
 *
 * @param name says which session looks after it, like that of an {@link OwnDatabase}
 */
record RunRole(String name, Secret password) {
    private static final int FIRST_WITH_TAME_CREATEROLE = 16;
    private static final String IN_USE = "2BP01";

    private static final String ORPHANS = """
            SELECT rolname FROM pg_roles r
            WHERE rolname ~ '^schemawatch_dry_run_[0-9]+_[0-9]+_[0-9a-f]{8}$'
              AND NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE split_part(r.rolname, '_', 4) = pid::text
                  AND (backend_start IS NULL OR r.rolname ^@ ('schemawatch_dry_run_' || %s)))
            """.formatted(OwnDatabase.SESSION);

    private static final String MADE = """
            SELECT pg_get_userbyid(m.roleid) FROM pg_auth_members m
            WHERE m.admin_option AND pg_get_userbyid(m.member) = ANY (?::text[])
            """;

    /** Makes it where the role of the session is a superuser. CREATEROLE of older versions is as good as superuser. */
    static Optional<RunRole> make(Connection guard) throws SQLException {
        if (!isSuperuser(guard)) {
            return Optional.empty();
        }
        String name = OwnDatabase.name(guard);
        String password = UUID.randomUUID().toString();
        boolean tame = guard.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_TAME_CREATEROLE;
        Sessions.run(
                guard, "CREATE ROLE " + name + " LOGIN " + (tame ? "CREATEROLE " : "") + "PASSWORD '" + password + "'");
        return Optional.of(new RunRole(name, new Secret(password)));
    }

    private static boolean isSuperuser(Connection guard) throws SQLException {
        return Sessions.texts(guard, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user", List.of())
                .contains("true");
    }

    /** Removes what runs have left that were killed; what a database still holds on to, the next run that empties it removes. */
    static void sweep(Connection guard) throws SQLException {
        if (!isSuperuser(guard)) {
            return;
        }
        for (String orphan : Sessions.texts(guard, ORPHANS, List.of())) {
            try {
                new RunRole(orphan, new Secret("")).drop(guard);
            } catch (SQLException e) {
                if (!IN_USE.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** Makes a role, without any right, of which this one is the administrator. */
    void administer(Connection guard, String role) throws SQLException {
        guard.setAutoCommit(false);
        try {
            Sessions.run(guard, "CREATE ROLE " + SqlName.quote(role));
            Sessions.run(guard, "GRANT " + SqlName.quote(role) + " TO " + name + " WITH ADMIN OPTION");
            guard.commit();
        } catch (SQLException e) {
            guard.rollback();
            throw e;
        } finally {
            guard.setAutoCommit(true);
        }
    }

    /** Nothing is left of it in any database by now. */
    void drop(Connection guard) throws SQLException {
        List<String> roles = new ArrayList<>(Sessions.texts(guard, MADE, List.of(name)));
        roles.add(name);
        for (String role : roles) {
            Sessions.run(guard, "DROP ROLE IF EXISTS " + SqlName.quote(role));
        }
    }

    /** The same database as this role sees it. */
    ConnectionUrl of(ConnectionUrl url) {
        return url.withRole(name, password);
    }
}
