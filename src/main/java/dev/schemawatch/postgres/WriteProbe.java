package dev.schemawatch.postgres;

import dev.schemawatch.postgres.Checkup.WriteAttempt;
import dev.schemawatch.postgres.Checkup.WriteAttempt.NotTried;
import dev.schemawatch.postgres.Checkup.WriteAttempt.Permitted;
import dev.schemawatch.postgres.Checkup.WriteAttempt.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Asks a watched database for a write: the one place that does, so that a role which could write is found before a fault of
 * ours can. The write is a statement that ends with an error on every path ({@code write.sql}), so PostgreSQL itself undoes
 * it, whatever becomes of this process, the connection or the server; the transaction around it is rolled back besides.
 */
final class WriteProbe {
    /** What {@code write.sql} ends with when it came to its end. */
    private static final String DONE_AND_UNDONE = "SW000";

    private static final String NOT_PERMITTED = "42501";
    private static final String READ_ONLY = "25006";

    private final Connection connection;

    /** @param connection without a transaction */
    WriteProbe(Connection connection) {
        this.connection = connection;
    }

    /** Tries to write, and leaves the connection without a transaction. */
    WriteAttempt attempt(Conditions conditions) throws SQLException {
        if (conditions.standby) {
            return new NotTried("a standby takes no writes from anybody");
        }
        if (conditions.eventTriggers) {
            return new NotTried("event triggers would run with it");
        }
        if (!conditions.plpgsql) {
            return new NotTried(
                    "the role may not use the language plpgsql, in which a write can be undone for certain");
        }
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute(CatalogTransaction.text("begin_write"));
                nameNamespace(conditions.namespace);
                statement.execute(CatalogTransaction.text("write"));
                throw new IllegalStateException("write.sql ended without an error");
            } catch (SQLException e) {
                return verdict(e);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    private void nameNamespace(String namespace) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("SELECT set_config('schemawatch.namespace', ?, true)")) {
            set.setString(1, namespace);
            set.execute();
        }
    }

    private static WriteAttempt verdict(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        return switch (state) {
            case DONE_AND_UNDONE -> new Permitted();
            case NOT_PERMITTED, READ_ONLY -> new Refused();
            default -> new NotTried("PostgreSQL ended the attempt with state " + state);
        };
    }

    /**
     * What decides whether a write may be tried.
     *
     * @param namespace where
     * @param plpgsql whether the role may use that language
     * @param eventTriggers whether somebody's code would run with it
     */
    record Conditions(String namespace, boolean standby, boolean plpgsql, boolean eventTriggers) {}
}
