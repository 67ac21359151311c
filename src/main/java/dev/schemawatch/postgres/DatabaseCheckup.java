package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.strings;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Grant;
import dev.schemawatch.postgres.Checkup.Obstacle;
import dev.schemawatch.postgres.Checkup.Power;
import dev.schemawatch.postgres.Checkup.Server;
import dev.schemawatch.postgres.Checkup.Unreachable;
import dev.schemawatch.postgres.Checkup.WriteAttempt;
import dev.schemawatch.postgres.Checkup.WriteAttempt.NotTried;
import java.net.ConnectException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Examines what a URL leads to: the server, and the role. Begins at once, so that several can be examined at the same time;
 * {@link #await} gives the answer.
 */
public final class DatabaseCheckup {
    private static final int ROUND_TRIPS = 5;

    private final BoundedLook<Checkup> look;
    private final Unreachable tooLate;

    /** PostgreSQL manual, appendix A: invalid_catalog_name. */
    private static final String NO_SUCH_DATABASE = "3D000";

    private DatabaseCheckup(BoundedLook<Checkup> look, Unreachable tooLate) {
        this.look = look;
        this.tooLate = tooLate;
    }

    /**
     * Connects and begins.
     *
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @param deadline for the whole examination, from now on
     */
    public static DatabaseCheckup start(ConnectionUrl url, Path certificates, Duration deadline) {
        Failure failure = new Failure(url);
        FreshConnection source = new FreshConnection(ConnectionSettings.of(url, certificates));
        BoundedLook<Checkup> look = BoundedLook.start(
                "examine " + url.display(),
                source,
                deadline,
                connection -> url.isSocketFile()
                        ? new Unreachable(failure.socketFile(), Obstacle.OTHER)
                        : examine(connection, url, failure));
        return new DatabaseCheckup(look, new Unreachable(failure.tooLate(deadline), Obstacle.OTHER));
    }

    /** What it came to; when the deadline has passed, that. */
    public Checkup await() {
        return look.await().orElse(tooLate);
    }

    private static Checkup examine(OneConnection source, ConnectionUrl url, Failure failure) {
        try (source) {
            Connection connection = source.open();
            Questions answered = ask(connection, url.schema());
            WriteAttempt write = answered.conditions.isEmpty()
                    ? new NotTried("the database has neither the schema of the URL nor public")
                    : new WriteProbe(connection).attempt(answered.conditions.get());
            return new Examined(answered.server, answered.role, answered.powers, write, answered.needed);
        } catch (SQLException e) {
            return new Unreachable(failure.of(e), obstacle(e));
        }
    }

    private static Obstacle obstacle(SQLException error) {
        if (NO_SUCH_DATABASE.equals(error.getSQLState())) {
            return Obstacle.NO_DATABASE;
        }
        return error.getCause() instanceof ConnectException ? Obstacle.REFUSED : Obstacle.OTHER;
    }

    /** All that can be known without a write, from one read-only transaction. */
    private static Questions ask(Connection connection, String namespace) throws SQLException {
        try (CatalogTransaction catalog = CatalogTransaction.begin(connection)) {
            Duration roundTrip = roundTrip(catalog);
            return catalog.read("server", Set.of(), row -> {
                        Server server = server(row, roundTrip);
                        return new Questions(
                                server,
                                row.getString("role"),
                                powers(catalog),
                                conditions(catalog, namespace, server.standby()),
                                catalog.read(
                                        "needed_privileges",
                                        Set.of(namespace),
                                        needed -> new Grant(
                                                needed.getString("privilege"), needed.getBoolean("missing"))));
                    })
                    .getFirst();
        }
    }

    private static Duration roundTrip(CatalogTransaction catalog) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUND_TRIPS; i++) {
            long start = System.nanoTime();
            catalog.ask("SELECT 1", List.of(), row -> row.getInt(1));
            times.add(System.nanoTime() - start);
        }
        return Duration.ofNanos(times.stream().sorted().toList().get(ROUND_TRIPS / 2));
    }

    private static Server server(ResultSet row, Duration roundTrip) throws SQLException {
        return new Server(
                row.getString("version"),
                row.getInt("major"),
                row.getBoolean("standby"),
                Optional.of(row.getString("tls")).filter(tls -> !tls.isEmpty()),
                row.getString("database"),
                row.getLong("relations"),
                row.getBoolean("deployed"),
                roundTrip);
    }

    private static List<Power> powers(CatalogTransaction catalog) throws SQLException {
        return catalog
                .read(
                        "role_powers",
                        Set.of(),
                        row -> new Power(
                                Power.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getLong("number"),
                                strings(row, "objects")))
                .stream()
                .sorted(Comparator.comparing(Power::kind))
                .toList();
    }

    private static Optional<WriteProbe.Conditions> conditions(
            CatalogTransaction catalog, String namespace, boolean standby) throws SQLException {
        return catalog
                .read(
                        "write_conditions",
                        Set.of(namespace),
                        row -> new WriteProbe.Conditions(
                                row.getString("namespace"),
                                standby,
                                row.getBoolean("plpgsql"),
                                row.getBoolean("event_triggers")))
                .stream()
                .findFirst();
    }

    private record Questions(
            Server server,
            String role,
            List<Power> powers,
            Optional<WriteProbe.Conditions> conditions,
            List<Grant> needed) {}
}
