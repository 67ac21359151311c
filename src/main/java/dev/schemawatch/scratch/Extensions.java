package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a server can install. PostgreSQL manual: {@code pg_available_extensions}, {@code pg_available_extension_versions}. */
final class Extensions {
    private Extensions() {}

    /** Those of these that it cannot. */
    static List<String> lacking(Connection connection, List<String> names) {
        try {
            return Sessions.texts(
                    connection,
                    "SELECT wanted FROM unnest(?::text[]) AS wanted"
                            + " WHERE wanted NOT IN (SELECT name FROM pg_available_extensions)"
                            + " AND wanted NOT IN (SELECT extname FROM pg_extension)",
                    names);
        } catch (SQLException e) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED, "The scratch database does not say which extensions it has.", e);
        }
    }

    /** Whether the database's owner may not install it. */
    static boolean needsSuperuser(Connection connection, String name) throws SQLException {
        return !Sessions.texts(
                        connection,
                        "SELECT v.name FROM pg_available_extensions e JOIN pg_available_extension_versions v"
                                + " ON v.name = e.name AND v.version = e.default_version"
                                + " WHERE v.superuser AND NOT v.trusted AND e.installed_version IS NULL"
                                + " AND v.name = ANY (?::text[])",
                        List.of(name))
                .isEmpty();
    }
}
