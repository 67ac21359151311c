package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a database cannot have in common with another one: when its server was started, to the microsecond, and the database's
 * own number there. Two URLs may name one database without sharing a word; the server's own identifier is for superusers only.
 *
 * @param words as the server gives them
 */
record Identity(String words) {
    private static final String QUESTION = "SELECT pg_postmaster_start_time()::text || ' ' || d.oid || ' ' || d.datname"
            + " FROM pg_database d WHERE d.datname = current_database()";

    /** A database that does not answer cannot be compared by this, and must not hold up the run. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static Identity of(Connection connection) throws SQLException {
        return new Identity(Sessions.texts(connection, QUESTION, List.of()).getFirst());
    }

    /** @throws ScratchException when one of the others is the same by its URL */
    static void requireOther(ConnectionUrl scratch, List<ConnectionUrl> others) {
        others.stream().filter(scratch::sameDatabaseAs).findFirst().ifPresent(same -> refuse(scratch, same));
    }

    /** @throws ScratchException when one of the others is this database */
    void requireNoneOf(ConnectionUrl scratch, List<ConnectionUrl> others, Path certificates) {
        for (ConnectionUrl other : others) {
            if (of(other, certificates).filter(this::equals).isPresent()) {
                refuse(scratch, other);
            }
        }
    }

    private static Optional<Identity> of(ConnectionUrl url, Path certificates) {
        try (Connection connection = new Sessions(url.impatient(PATIENCE), certificates).open()) {
            return Optional.of(of(connection));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private static void refuse(ConnectionUrl scratch, ConnectionUrl same) {
        throw new ScratchException(
                ScratchException.Kind.REFUSED,
                "The scratch database " + scratch.display() + " is the database itself (" + same.display()
                        + "), and a dry run writes to it and empties it. Name another, empty database with --shadow-url.");
    }
}
