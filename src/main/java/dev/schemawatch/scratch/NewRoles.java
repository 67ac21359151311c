package dev.schemawatch.scratch;

import dev.schemawatch.sql.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                    administrator.get().administer(guard, role);
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
     * Drops those that are new and that a script speaks of: somebody else may have made a role in the meantime.
     *
     * @param scripts all that ran
     */
    void drop(Connection guard, List<String> scripts) throws SQLException {
        String all = String.join("\n", scripts).toLowerCase(Locale.ROOT);
        Set<String> made = Sessions.texts(guard, ROLES, List.of()).stream()
                .filter(role -> !before.contains(role))
                .filter(role -> all.contains(role.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        for (String role : made) {
            Sessions.run(guard, "DROP ROLE IF EXISTS " + SqlName.quote(role));
        }
    }
}
