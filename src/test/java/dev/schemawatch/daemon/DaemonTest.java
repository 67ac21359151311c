package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.alert.Alert;
import dev.schemawatch.alert.Problem;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.metrics.AlertMetrics;
import dev.schemawatch.report.DeltaReport;
import dev.schemawatch.report.Paint;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchSettings;
import dev.schemawatch.workspace.Workspace;
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

/** The whole daemon on a real folder, without a container. */
class DaemonTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }
            model User {
              id Int @id
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final Recorder recorder = new Recorder();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final LoopProgress progress = new LoopProgress();
    private final AtomicReference<DatabaseState> database =
            new AtomicReference<>(new Unavailable(Reason.CONNECT, "connection refused"));
    private final AtomicReference<Optional<Running>> running = new AtomicReference<>(Optional.empty());

    private TreeFixture tree;

    private record Running(Daemon daemon, Thread thread) {}

    @BeforeEach
    void make() {
        tree = new TreeFixture(folder)
                .write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"User\" (id integer);");
    }

    @AfterEach
    void end() {
        running.get().ifPresent(each -> each.daemon().stop());
    }

    @Test
    void shows_what_an_edit_broke_as_new_and_what_the_next_mended_as_fixed() {
        start(Map.of());
        tree.folder("prisma/migrations/20240102000000_lost");
        awaitLine("NEW", "20240102000000_lost");

        tree.write("prisma/migrations/20240102000000_lost/migration.sql", "SELECT 1;");
        awaitLine("FIXED", "20240102000000_lost");
    }

    @Test
    void checks_again_what_rests_on_several_environment_files_when_one_of_them_changes() {
        tree.write(".env", "DATABASE_URL=postgresql://localhost/shop\n").write(".env.example", "DATABASE_URL=\n");
        start(Map.of());
        tree.write(".env.example", "DATABASE_URL=\nMAIL_HOST=localhost\n");
        awaitLine("NEW", "env-lacks-example-variable");

        tree.write(".env", "DATABASE_URL=postgresql://localhost/shop\nMAIL_HOST=localhost\n");
        awaitLine("FIXED", "env-lacks-example-variable");
    }

    @Test
    void says_that_without_a_database_only_files_are_checked() {
        start(Map.of());

        awaitLine("no database is configured");
    }

    @Test
    void says_why_it_could_not_look_and_says_so_again_when_the_reason_is_another() {
        start(Map.of("main", this::look));
        awaitLine("main", "could not look", "connection refused");

        database.set(new Unavailable(Reason.TIMEOUT, "no answer within 10 s"));
        // After three failures the next look is seconds away; this edit brings one now.
        tree.write(".env", "DATABASE_URL=postgresql://localhost/other");
        awaitLine("main", "no answer within 10 s");
    }

    @Test
    void says_once_that_nobody_names_a_database_and_looks_when_somebody_does() {
        start(Map.of(
                "main",
                workspace -> workspace.file(".env").isPresent()
                        ? seen(database.get())
                        : new DatabaseLook.Sight.NoUrl("There is no URL for database main.")));
        awaitLine("There is no URL for database main. Until then only files are checked.");

        tree.write(".env", "DATABASE_URL=postgresql://localhost/other");
        awaitLine("main", "connection refused");
        assertThat(recorder.said).hasSize(1);
    }

    @Test
    void says_once_which_database_is_looked_at() {
        start(Map.of(
                "main",
                _ -> new DatabaseLook.Sight.Seen(
                        new WatchedDatabase(Optional.empty(), "public", database.get()),
                        Optional.of("app@localhost/app, from DATABASE_URL in .env:1:1"))));
        awaitLine("database main: app@localhost/app, from DATABASE_URL in .env:1:1");

        // The start, and the three looks before an unavailable database is left alone for a while.
        await().until(() -> recorder.runs.size() >= 4);
        assertThat(recorder.said).hasSize(1);
    }

    @Test
    void alerts_once_when_a_database_stays_away() {
        start(Map.of("main", this::look));

        await().untilAsserted(() -> assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.problem()).isEqualTo(new Problem.Unseen("main"))));
    }

    @Test
    void an_edit_of_an_environment_file_leads_to_a_look_at_once() {
        start(Map.of("main", this::look), Duration.ofHours(1));
        await().until(() -> recorder.runs.stream().anyMatch(run -> run.trigger() instanceof Trigger.Database));
        int before = recorder.runs.size();
        tree.write(".env", "DATABASE_URL=postgresql://localhost/other");

        await().until(() ->
                recorder.runs.stream().skip(before).anyMatch(run -> run.trigger() instanceof Trigger.Database));
    }

    @Test
    void ends_within_a_second_when_it_is_told_to_stop_in_the_middle_of_a_look() throws InterruptedException {
        Running daemon = start(Map.of("main", _ -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return seen(database.get());
        }));
        daemon.daemon().stop();

        assertThat(daemon.thread().join(Duration.ofSeconds(1))).isTrue();
        assertThat(progress.phase()).isEqualTo(LoopProgress.Phase.STOPPED);
    }

    private DatabaseLook.Sight look(Workspace workspace) {
        return seen(database.get());
    }

    private static DatabaseLook.Sight seen(DatabaseState state) {
        return new DatabaseLook.Sight.Seen(new WatchedDatabase(Optional.empty(), "public", state), Optional.empty());
    }

    private Running start(Map<String, DatabaseLook> databases) {
        return start(databases, Duration.ofMillis(100));
    }

    private Running start(Map<String, DatabaseLook> databases, Duration interval) {
        DeltaReport report = new DeltaReport(Paint.PLAIN, false, ZoneOffset.UTC);
        Daemon daemon = new Daemon(
                new DaemonSettings(
                        ScanSettings.of(folder),
                        new WatchSettings(Duration.ofMillis(15), Duration.ofSeconds(2)),
                        interval,
                        EnvInputs.FILES_ONLY),
                new Engine(Checks.all(CheckSettings.NONE), Checks.standard()),
                databases,
                Optional.empty(),
                List.of(
                        new TerminalOutput(report, new PrintWriter(screen), false),
                        new Alerting(alerts::add, new AlertMetrics(new SimpleMeterRegistry())),
                        recorder),
                progress,
                Clock.systemUTC());
        Running started = new Running(daemon, Thread.ofPlatform().start(daemon::run));
        running.set(Optional.of(started));
        await().until(() -> daemon.watchStatus().directories() > 3 && !recorder.unchanged.isEmpty());
        return started;
    }

    private void awaitLine(String... parts) {
        await().untilAsserted(() -> assertThat(screen.toString().lines())
                .as(screen.toString())
                .anySatisfy(line -> assertThat(line).contains(parts)));
    }
}
