package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.report.DeltaReport;
import dev.schemawatch.report.Paint;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The daemon tries the migrations while they are edited: from the file to the line in the terminal, on a real server. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class TrialOnPostgresTest {
    private static final String SCRIPT = "prisma/migrations/20260101000000_init/migration.sql";
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id Int @id
            }
            """;

    private static final String GOOD = "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n";

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private PostgresFixture.Database shadow;
    private TreeFixture tree;
    private Daemon daemon;

    @BeforeEach
    void start() {
        shadow = PostgresFixture.database();
        tree = new TreeFixture(folder).write(SCRIPT, GOOD).write("prisma/schema.prisma", SCHEMA);
        Map<String, String> environment = Map.of("SHADOW_DATABASE_URL", shadow.url());
        Setup setup = Setup.load(folder, Overrides.NONE, environment);
        daemon = new Daemon(
                new DaemonSettings(
                        ScanSettings.of(folder),
                        new WatchSettings(Duration.ofMillis(15), Duration.ofSeconds(2)),
                        Duration.ofHours(1),
                        EnvInputs.FILES_ONLY),
                new Engine(Checks.all(CheckSettings.NONE), Checks.standard()),
                Map.of(),
                Optional.of(new ProjectTrial(setup, environment)),
                List.of(new TerminalOutput(
                        new DeltaReport(Paint.PLAIN, false, ZoneOffset.UTC), new PrintWriter(screen), false)),
                new LoopProgress(),
                Clock.systemUTC());
        Thread.ofPlatform().start(daemon::run);
        awaitLine(", started)");
    }

    @AfterEach
    void end() {
        daemon.stop();
        await().atMost(Duration.ofSeconds(20)).until(() -> sessions("%") == 0);
        shadow.close();
    }

    @Test
    void tells_what_a_changed_migration_comes_to() {
        tree.write(SCRIPT, GOOD + "SELECT nothing;\n");
        awaitLine("NEW", "migration-does-not-apply", SCRIPT + ":2:8");

        tree.write(SCRIPT, GOOD);
        awaitLine("FIXED", "migration-does-not-apply");
    }

    @Test
    void tells_which_migration_was_forgotten_until_it_is_there() {
        tree.write("prisma/schema.prisma", SCHEMA.replace("@id", "@id\n  name String?"));
        awaitLine("NEW", "dry run: error drift: column public.User.name is missing", "prisma/schema.prisma:8:3");

        tree.write("README.md", "nothing of it");
        tree.write(SCRIPT, GOOD + "ALTER TABLE \"User\" ADD COLUMN name text;\n");
        awaitLine("FIXED", "dry run: drift: column public.User.name");
    }

    @Test
    void the_next_change_ends_a_trial_in_the_middle_of_a_statement() {
        tree.write(SCRIPT, GOOD + "SELECT pg_sleep(3600);\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> sessions("%pg_sleep(3600)%") == 1);

        tree.write(SCRIPT, GOOD + "SELECT nothing;\n");

        awaitLine("NEW", "migration-does-not-apply", SCRIPT + ":2:8");
        assertThat(sessions("%pg_sleep(3600)%")).isZero();
        assertThat(screen.toString()).doesNotContain("migration-never-ends");
    }

    @Test
    void the_drop_guard_knows_what_a_trial_has_seen() {
        String block = "prisma/migrations/20260102000000_index/migration.sql";
        String script =
                "-- " + UUID.randomUUID() + "\nDO $$ BEGIN EXECUTE 'CREATE INDEX i' || ' ON \"User\" (id)'; END $$;\n";
        tree.write(block, script + "SELECT nothing;\n");
        awaitLine("NEW", "migration-does-not-apply", block + ":3:8");
        tree.write(block, script);
        awaitLine("FIXED", "migration-does-not-apply");

        tree.write("prisma/migrations/20260103000000_drop/migration.sql", "-- DropIndex\nDROP INDEX \"i\";\n");
        awaitLine("NEW", "hand-written-object-dropped", block + ":2:1");
    }

    private int sessions(String query) {
        try (Connection connection = shadow.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname = '"
                        + shadow.name() + "' AND pid <> pg_backend_pid() AND query LIKE '" + query + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitLine(String... parts) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(screen.toString().lines())
                        .as(screen.toString())
                        .anySatisfy(line -> assertThat(line).contains(parts)));
    }
}
