package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.alert.Alert;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.metrics.AlertMetrics;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.report.DeltaReport;
import dev.schemawatch.report.Paint;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PostgresFixture.Database;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon beside a real server. */
class DaemonOnPostgresTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }
            model User {
              id   Int    @id
              name String
            }
            """;
    private static final String TABLE =
            "CREATE TABLE \"User\" (id integer NOT NULL, name text NOT NULL, CONSTRAINT \"User_pkey\" PRIMARY KEY (id))";

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Daemon>> running = new AtomicReference<>(Optional.empty());
    private TreeFixture tree;

    @BeforeEach
    void make() {
        tree = new TreeFixture(folder).write("prisma/schema.prisma", SCHEMA);
    }

    @AfterEach
    void end() {
        running.get().ifPresent(Daemon::stop);
    }

    @Test
    void shows_and_alerts_drift_when_it_appears_and_when_it_is_resolved() {
        try (Database database = PostgresFixture.database()) {
            database.execute(TABLE);
            start(database);
            awaitLine("main: no drift");

            database.execute("ALTER TABLE \"User\" DROP COLUMN name");
            awaitLine("NEW", "User.name", "prisma/schema.prisma:");
            await().untilAsserted(
                            () -> assertThat(alerts).extracting(Alert::state).containsExactly(Alert.State.FIRED));

            database.execute("ALTER TABLE \"User\" ADD COLUMN name text NOT NULL");
            awaitLine("FIXED", "User.name");
            await().untilAsserted(() -> assertThat(alerts)
                    .extracting(Alert::state)
                    .containsExactly(Alert.State.FIRED, Alert.State.RESOLVED));
        }
    }

    @Test
    void compares_a_schema_that_is_edited_at_once_with_what_was_last_seen() {
        try (Database database = PostgresFixture.database()) {
            database.execute(TABLE);
            start(database, Duration.ofHours(1));
            awaitLine("main: no drift");

            tree.write("prisma/schema.prisma", SCHEMA.replace("name String", "name String\n  age Int"));

            awaitLine("NEW", "User.age");
        }
    }

    @Test
    void begins_to_compare_when_the_database_comes() {
        Database late = new Database("daemon_late");
        Database maintenance = new Database("postgres");
        maintenance.execute("DROP DATABASE IF EXISTS daemon_late WITH (FORCE)");
        start(late);
        awaitLine("main: could not look");

        maintenance.execute("CREATE DATABASE daemon_late TEMPLATE template0");
        try (late) {
            awaitLine("BACK", "main");
            awaitLine("NEW", "User");
        }
    }

    private void start(Database database) {
        start(database, Duration.ofMillis(100));
    }

    private void start(Database database, Duration interval) {
        DeltaReport report = new DeltaReport(Paint.PLAIN, false, ZoneOffset.UTC);
        Daemon daemon = new Daemon(
                new DaemonSettings(
                        ScanSettings.of(folder),
                        new WatchSettings(Duration.ofMillis(15), Duration.ofSeconds(2)),
                        interval,
                        EnvInputs.FILES_ONLY),
                new Engine(Checks.all(CheckSettings.NONE), Checks.standard()),
                Map.of("main", _ -> look(database)),
                Optional.empty(),
                List.of(
                        new TerminalOutput(report, new PrintWriter(screen), false),
                        new Alerting(alerts::add, new AlertMetrics(new SimpleMeterRegistry()))),
                new LoopProgress(),
                Clock.systemUTC());
        running.set(Optional.of(daemon));
        Thread.ofPlatform().start(daemon::run);
    }

    private DatabaseLook.Sight look(Database database) {
        if (!(ConnectionUrl.parse(database.url()) instanceof ConnectionUrl.Parsed.Valid valid)) {
            throw new AssertionError("the fixture's URL is one that can be read");
        }
        DatabasePoll poll = DatabasePoll.once(valid.url(), folder, Duration.ofSeconds(10));
        return new DatabaseLook.Sight.Seen(
                new WatchedDatabase(Optional.empty(), valid.url().schema(), poll.look(Optional.empty())),
                Optional.empty());
    }

    private void awaitLine(String... parts) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(screen.toString().lines())
                        .as(screen.toString())
                        .anySatisfy(line -> assertThat(line).contains(parts)));
    }
}
