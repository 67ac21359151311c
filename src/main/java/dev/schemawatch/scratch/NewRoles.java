package dev.schemawatch.scratch;

import dev.schemawatch.sql.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that migrations make. Roles belong to the server and not to a database, so they would stay.
 *
 * @param before the roles that there were
 */
record NewRoles(Set<String> before) {
    private static final String ROLES = "SELECT rolname FROM pg_roles";

    static NewRoles since(Connection guard) throws SQLException {
        return new NewRoles(Set.copyOf(Sessions.texts(guard, ROLES, List.of())));
    }

    /**
     * Makes those of these that are not there, without any right.
     *
     * @param administrator of the roles; empty for that of the session
     * @throws ScratchException when the server refuses
     */
    static void make(Connection guard, List<String> wanted, Optional<RunRole> administrator) {
        try {
            for (String role : Sessions.texts(
                    guard,
                    "SELECT wanted FROM unnest(?::text[]) AS wanted WHERE wanted NOT IN (" + ROLES + ")",
                    wanted)) {
                if (administrator.isPresent()) {
                    administrator.get().make(guard, role);
                } else {
                    Sessions.run(guard, "CREATE ROLE " + SqlName.quote(role));
                }
            }
        } catch (SQLException e) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "Roles that the live database has could not be made on the server of the dry run (PostgreSQL: "
                            + e.getSQLState() + "). Make them there by hand: " + String.join(", ", wanted)
                            + ". Or leave --shadow-url and --server-url out, so that a PostgreSQL is started for the run.",
                    e);
        }
    }

    /**
     * Has the role of the run look after those that came, so that the next run finds them if this one is killed.
     *
     * @param scripts all that ran
     */
    void entrust(Connection guard, List<String> scripts, RunRole keeper) throws SQLException {
        List<String> kept = keeper.administered(guard);
        for (String role : made(guard, scripts)) {
            if (!kept.contains(role)) {
                keeper.administer(guard, role);
            }
        }
    }

    /**
     * Drops those that came.
     *
     * @param scripts all that ran
     */
    void drop(Connection guard, List<String> scripts) throws SQLException {
        for (String role : made(guard, scripts)) {
            Sessions.run(guard, "DROP ROLE IF EXISTS " + SqlName.quote(role));
        }
    }

    /** Those that are new and that a script speaks of: somebody else may have made a role in the meantime. */
    private List<String> made(Connection guard, List<String> scripts) throws SQLException {
        List<String> come = Sessions.texts(guard, ROLES, List.of()).stream()
                .filter(role -> !before.contains(role))
                .toList();
        if (come.isEmpty()) {
            return List.of();
        }
        String all = String.join("\n", scripts).toLowerCase(Locale.ROOT);
        return come.stream()
                .filter(role -> all.contains(role.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
