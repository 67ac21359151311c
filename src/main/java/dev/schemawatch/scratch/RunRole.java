package dev.schemawatch.scratch;

import dev.schemawatch.env.Secret;
import dev.schemawatch.sql.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The role of one run on a server that others use. Migrations have it where it can be made: it owns the scratch database and may do
 * nothing else, so that PostgreSQL itself keeps them from other databases, programs and files, whatever they put together at run
 * time. It goes with the run, and so do the roles of which it is an administrator: those that the migrations have made.
 *
 * @param name says which session looks after it, like that of an {@link OwnDatabase}
 * @param makesRoles whether it may do that itself
 */
record RunRole(String name, Secret password, boolean makesRoles) {
    /** PostgreSQL manual, release 16: CREATEROLE reaches only the roles of which one is an administrator. */
    static final int FIRST_WITH_TAME_CREATEROLE = 16;

    private static final String IN_USE = "2BP01";
    private static final String NOT_ALLOWED = "42501";

    private static final String ORPHANS = """
            SELECT rolname FROM pg_roles r
            WHERE rolname ~ '^schemawatch_dry_run_[0-9]+_[0-9]+_[0-9a-f]{8}$' AND pg_has_role(r.oid, 'MEMBER')
              AND NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE split_part(r.rolname, '_', 4) = pid::text
                  AND (backend_start IS NULL OR r.rolname ^@ ('schemawatch_dry_run_' || %s)))
            """.formatted(OwnDatabase.SESSION);

    private static final String MADE = """
            SELECT pg_get_userbyid(m.roleid) FROM pg_auth_members m
            WHERE m.admin_option AND pg_get_userbyid(m.member) = ANY (?::text[])
            """;

    /** Makes it where the role of the session may. CREATEROLE of older versions is as good as superuser. */
    static Optional<RunRole> make(Connection guard) throws SQLException {
        boolean superuser = may(guard, "rolsuper");
        if (!superuser && !may(guard, "rolcreaterole")) {
            return Optional.empty();
        }
        boolean tame = guard.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_TAME_CREATEROLE;
        RunRole role = new RunRole(
                OwnDatabase.name(guard), new Secret(UUID.randomUUID().toString()), tame);
        alone(guard, () -> {
            Sessions.run(
                    guard,
                    "CREATE ROLE " + role.name + " LOGIN " + (tame ? "CREATEROLE " : "") + "PASSWORD '"
                            + role.password.value() + "'");
            if (!superuser) {
                Sessions.run(
                        guard,
                        "GRANT " + role.name + " TO CURRENT_USER" + (tame ? " WITH INHERIT TRUE, SET TRUE" : ""));
            }
        });
        return Optional.of(role);
    }

    private static boolean may(Connection guard, String attribute) throws SQLException {
        return Sessions.texts(
                        guard, "SELECT " + attribute + "::text FROM pg_roles WHERE rolname = current_user", List.of())
                .contains("true");
    }

    /** Removes what runs have left that were killed; what a database still holds on to, the next run that empties it removes. */
    static void sweep(Connection guard) throws SQLException {
        for (String orphan : Sessions.texts(guard, ORPHANS, List.of())) {
            try {
                new RunRole(orphan, new Secret(""), false).drop(guard);
            } catch (SQLException e) {
                if (!IN_USE.equals(e.getSQLState()) && !NOT_ALLOWED.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /**
     * Gives the scratch database to this role.
     *
     * @param url sessions of the role of the URL
     * @return those of this role; of the other where it is no superuser, and either may not give the database away or this one is
     *     not let in
     * @throws ScratchException when it is a superuser, and this role is not let in
     */
    Sessions handOver(Sessions url) throws SQLException {
        Sessions own = new Sessions(url.url().withRole(name, password), url.certificates());
        try (Connection giving = url.open()) {
            try {
                alone(giving, () -> give(giving, url.url().database()));
                own.open().close();
                return own;
            } catch (SQLException e) {
                if (!may(giving, "rolsuper")) {
                    return url;
                }
                throw new ScratchException(
                        ScratchException.Kind.REFUSED,
                        "The role of " + url.url().display()
                                + " is a superuser, and a role with fewer rights, made for this run,"
                                + " is not let in (PostgreSQL: " + e.getSQLState()
                                + "). Name a role that is no superuser, or let migrations do all that a superuser may with"
                                + " --trust-migrations.",
                        e);
            }
        }
    }

    /** What belongs to whoever owns the database (from PostgreSQL 15 on) is given with it. */
    private void give(Connection giving, String database) throws SQLException {
        Sessions.run(giving, "ALTER DATABASE " + SqlName.quote(database) + " OWNER TO " + name);
        boolean apart = !Sessions.texts(
                        giving,
                        "SELECT nspname FROM pg_namespace WHERE nspname = 'public' AND pg_has_role(nspowner, 'USAGE')"
                                + " AND pg_get_userbyid(nspowner) <> 'pg_database_owner'",
                        List.of())
                .isEmpty();
        if (apart) {
            Sessions.run(giving, "ALTER SCHEMA public OWNER TO " + name);
        }
    }

    /**
     * Makes a role, without any right, of which this one is an administrator.
     *
     * @throws SQLException also when there is such a role
     */
    void make(Connection guard, String role) throws SQLException {
        alone(guard, () -> {
            Sessions.run(guard, "CREATE ROLE " + SqlName.quote(role));
            administer(guard, role);
        });
    }

    /** Becomes an administrator of a role, so that it goes with this one. */
    void administer(Connection guard, String role) throws SQLException {
        Sessions.run(guard, "GRANT " + SqlName.quote(role) + " TO " + name + " WITH ADMIN OPTION");
    }

    /** The roles of which it is an administrator. */
    List<String> administered(Connection guard) throws SQLException {
        return Sessions.texts(guard, MADE, List.of(name));
    }

    /** Nothing is left of it in any database by now. */
    void drop(Connection guard) throws SQLException {
        List<String> roles = new ArrayList<>(administered(guard));
        roles.add(name);
        for (String role : roles) {
            Sessions.run(guard, "DROP ROLE IF EXISTS " + SqlName.quote(role));
        }
    }

    /** In a transaction of its own. */
    private static void alone(Connection connection, Statements statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statements.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    private interface Statements {
        void run() throws SQLException;
    }
}
