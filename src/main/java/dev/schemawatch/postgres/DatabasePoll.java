package dev.schemawatch.postgres;

import dev.schemawatch.diff.SchemaDiffer;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Comparison;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Looks at one database: one connection, one read-only transaction, one answer within a deadline. Nothing is written.
 *
 * <p>A look needs exactly one connection. {@link #once} opens it and closes it, by the driver itself: for one look a pool
 * would only be loaded and started. {@link #keeping} keeps it for the next look; after a look that was given up it is
 * dropped.
 */
public final class DatabasePoll implements AutoCloseable {
    private final ConnectionUrl url;
    private final ConnectionSource connections;
    private final Optional<LastLook> last;
    private final Duration deadline;
    private final Failure failure;

    private DatabasePoll(ConnectionUrl url, ConnectionSource connections, Optional<LastLook> last, Duration deadline) {
        this.url = url;
        this.connections = connections;
        this.last = last;
        this.deadline = deadline;
        this.failure = new Failure(url);
    }

    /**
     * A poll that connects for each look.
     *
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @param deadline for a whole look
     */
    public static DatabasePoll once(ConnectionUrl url, Path certificates, Duration deadline) {
        return new DatabasePoll(
                url, new FreshConnection(ConnectionSettings.of(url, certificates)), Optional.empty(), deadline);
    }

    /**
     * A poll that keeps its connection from look to look until it is closed. While nothing is written to the catalog and to
     * Prisma's history, a look is a question of a tenth of a millisecond, and comes to the same object as the last.
     *
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @param deadline for a whole look
     */
    public static DatabasePoll keeping(ConnectionUrl url, Path certificates, Duration deadline) {
        return new DatabasePoll(
                url,
                new KeptConnection(ConnectionSettings.of(url, certificates)),
                Optional.of(new LastLook()),
                deadline);
    }

    /** As {@link #look(Supplier)}, for a schema that is there already. */
    public DatabaseState look(Optional<DatabaseSchema> expected) {
        return look(() -> expected);
    }

    /**
     * Reads catalog and history, and has the server answer what a comparison with the expected schema will ask.
     *
     * @param expected tells which namespaces matter beside the URL's; empty when the schema cannot be read. Called on this
     *     thread while the server is at work
     * @return after the deadline at the latest, or as soon as there is an expected schema
     */
    public DatabaseState look(Supplier<Optional<DatabaseSchema>> expected) {
        if (url.isSocketFile()) {
            return failure.socketFile();
        }
        CompletableFuture<Optional<DatabaseSchema>> promised = new CompletableFuture<>();
        BoundedLook<DatabaseState> look = BoundedLook.start(
                "look at " + url.display(), connections, deadline, connection -> look(connection, promised));
        try {
            promised.complete(expected.get());
        } finally {
            promised.cancel(false); // without effect unless the schema broke: then the look must not wait for it
        }
        return look.await().orElseGet(() -> {
            connections.close();
            return failure.tooLate(deadline);
        });
    }

    /** Gives the connection back that is kept; another look would open one again. */
    @Override
    public void close() {
        connections.close();
    }

    private DatabaseState look(OneConnection owned, CompletableFuture<Optional<DatabaseSchema>> expected) {
        try (owned) {
            Connection connection = owned.open();
            return last.isPresent()
                    ? last.get().orElse(connection, expected.join(), () -> read(connection, expected))
                    : read(connection, expected);
        } catch (SQLException e) {
            return failure.of(e);
        }
    }

    private DatabaseState read(Connection connection, CompletableFuture<Optional<DatabaseSchema>> promised)
            throws SQLException {
        try (CatalogTransaction catalog = CatalogTransaction.begin(connection)) {
            Session session = catalog.read(
                            "session", new TreeSet<>(), row -> new Session(row.getString(1), row.getBoolean(2)))
                    .getFirst();
            if (!session.guarded) {
                return failure.unguarded();
            }
            // The URL's namespace is read while the schema is still being parsed; hardly any schema names another.
            PostgresInspector inspector = new PostgresInspector(catalog);
            DatabaseSchema ofUrl = inspector.inspect(new TreeSet<>(List.of(url.schema())));
            Optional<DatabaseSchema> expected = promised.join();
            DatabaseSchema actual = inspector.inspectMore(ofUrl, elsewhere(expected));
            History<List<AppliedMigration>> history = new PostgresHistory(catalog).read(url.schema());
            ServerComparer comparer = new ServerComparer(catalog, actual.enums().keySet());
            Optional<Comparison> comparison =
                    expected.map(schema -> new Comparison(schema, new SchemaDiffer(comparer).diff(schema, actual)));
            return new Available(session.version, actual, history, comparer.recorded(), comparison);
        }
    }

    private SortedSet<String> elsewhere(Optional<DatabaseSchema> expected) {
        SortedSet<String> namespaces =
                new TreeSet<>(expected.map(DatabaseSchema::namespaces).orElse(new TreeSet<>()));
        namespaces.remove(url.schema());
        return namespaces;
    }

    /** @param guarded whether the transaction has the limits that it was given */
    private record Session(String version, boolean guarded) {}
}
