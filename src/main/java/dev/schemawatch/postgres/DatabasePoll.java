package dev.schemawatch.postgres;

import dev.schemawatch.diff.SchemaDiffer;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.History;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.schema.DatabaseSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Looks at one database: one connection, one read-only transaction, one answer within a deadline. Nothing is written.
 *
 * <p>The connection is opened for the look and closed after it, by the driver itself and without a pool. One look needs
 * exactly one connection; an idle one kept between looks would hold a place on the watched server, miss a changed password
 * and have to be proved alive before each use, all to save about ten milliseconds.
 *
 * <p>The look runs on a thread of its own, because no time-out of the driver covers everything: a name server that does
 * not answer, or a peer that was frozen, would block the caller.
 */
public final class DatabasePoll {
    private final ConnectionUrl url;
    private final DataSource connections;
    private final Duration deadline;
    private final Failure failure;

    /**
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @param deadline for a whole look
     */
    public DatabasePoll(ConnectionUrl url, Path certificates, Duration deadline) {
        this.url = url;
        this.connections = ConnectionSettings.of(url, certificates);
        this.deadline = deadline;
        this.failure = new Failure(url);
    }

    /**
     * Reads catalog and history, and has the server answer what a comparison with the expected schema will ask.
     *
     * @param expected tells which namespaces matter beside the URL's; empty when the schema cannot be read
     * @return after the deadline at the latest
     */
    public DatabaseState look(Optional<DatabaseSchema> expected) {
        if (url.isSocketFile()) {
            return failure.socketFile();
        }
        OneConnection connection = new OneConnection(connections);
        FutureTask<DatabaseState> task = new FutureTask<>(() -> look(connection, expected));
        Thread.ofPlatform().daemon().name("look at " + url.display()).start(task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            connection.abandon();
            return failure.tooLate(deadline);
        } catch (InterruptedException _) {
            connection.abandon();
            Thread.currentThread().interrupt();
            return failure.tooLate(deadline);
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking at " + url.display(), e.getCause());
        }
    }

    private DatabaseState look(OneConnection connection, Optional<DatabaseSchema> expected) {
        try (connection) {
            return read(connection.open(), expected);
        } catch (SQLException e) {
            return failure.of(e);
        }
    }

    private DatabaseState read(Connection connection, Optional<DatabaseSchema> expected) throws SQLException {
        try (CatalogTransaction catalog = CatalogTransaction.begin(connection)) {
            Session session = catalog.read(
                            "session", new TreeSet<>(), row -> new Session(row.getString(1), row.getBoolean(2)))
                    .getFirst();
            if (!session.guarded) {
                return failure.unguarded();
            }
            DatabaseSchema actual = new PostgresInspector(catalog).inspect(namespaces(expected));
            History<List<AppliedMigration>> history = new PostgresHistory(catalog).read(url.schema());
            ServerComparer comparer = new ServerComparer(catalog, actual.enums().keySet());
            expected.ifPresent(schema -> new SchemaDiffer(comparer).diff(schema, actual));
            return new Available(session.version, actual, history, comparer.recorded());
        }
    }

    private SortedSet<String> namespaces(Optional<DatabaseSchema> expected) {
        SortedSet<String> namespaces = new TreeSet<>(List.of(url.schema()));
        expected.ifPresent(schema -> namespaces.addAll(schema.namespaces()));
        return namespaces;
    }

    /** @param guarded whether the transaction has the limits that it was given */
    private record Session(String version, boolean guarded) {}
}
