package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves that is ended by a signal: nothing, after the next run at the latest. */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KilledDryRunTest {
    private static final String SLEEP = "prisma/migrations/20260102000000_sleep/migration.sql";

    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    private CommandHarness commands;

    @BeforeEach
    void prepare() {
        commands = new CommandHarness(folder)
                .file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id Int @id
                        }
                        """)
                .file(
                        "prisma/migrations/20260101000000_init/migration.sql",
                        "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n")
                .file(SLEEP, "SELECT pg_sleep(3600);\n");
    }

    @Test
    void a_local_server_is_ended_by_the_next_run() throws IOException, InterruptedException {
        Process killed = start();
        Path taken = sleepingServer();
        long server = pid(taken);

        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server)).as("the server that nobody ended").isPresent();
        commands.file(SLEEP, "SELECT 1;\n");
        assertThat(start().waitFor()).isEqualTo(ExitStatus.CLEAN.code());

        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(clusters("taken-")).isEmpty();
        assertThat(clusters("idle-")).hasSize(1);
    }

    @Test
    void a_local_server_that_is_in_use_is_left_alone() throws IOException, InterruptedException {
        Process running = start();
        Path taken = sleepingServer();
        commands.file(SLEEP, "SELECT 1;\n");

        assertThat(start().waitFor()).isEqualTo(ExitStatus.CLEAN.code());

        assertThat(taken).exists();
        assertThat(ProcessHandle.of(pid(taken))).isPresent();
        running.destroy();
        assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(clusters("taken-"))
                .as("what a run leaves that was asked to end")
                .isEmpty();
    }

    @Test
    void a_database_of_a_server_is_dropped_by_the_next_run() throws IOException, InterruptedException {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            Process killed = start("--server-url", database.url());
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            database.ask("SELECT query FROM pg_stat_activity").contains("SELECT pg_sleep(3600);\n"));

            killed.destroyForcibly().waitFor();
            assertThat(databases(database)).hasSize(1);
            commands.file(SLEEP, "SELECT 1;\n");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(start("--server-url", database.url()).waitFor()).isEqualTo(ExitStatus.CLEAN.code());
                assertThat(databases(database)).isEmpty();
            });
        }
    }

    private Process start(String... arguments) throws IOException {
        return Program.underTest()
                .start(
                        folder,
                        Map.of("PATH", System.getenv("PATH"), "XDG_CACHE_HOME", cache.toString()),
                        folder.resolve("out"),
                        folder.resolve("err"),
                        Stream.concat(Stream.of("dry-run"), Stream.of(arguments))
                                .toArray(String[]::new));
    }

    /** The folder of the server in which the migration sleeps. */
    private Path sleepingServer() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> clusters("taken-").stream()
                        .map(taken -> taken.resolve("data/postmaster.pid"))
                        .anyMatch(KilledDryRunTest::isReady));
        return clusters("taken-").getFirst();
    }

    private static boolean isReady(Path file) {
        try {
            return Files.readString(file).contains("ready");
        } catch (IOException _) {
            return false;
        }
    }

    private static long pid(Path taken) throws IOException {
        return Long.parseLong(
                Files.readAllLines(taken.resolve("data/postmaster.pid")).getFirst());
    }

    private List<Path> clusters(String prefix) {
        if (!Files.exists(cache.resolve("schemawatch"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(cache.resolve("schemawatch"), 2, (_, _) -> true)) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> databases(PostgresFixture.Database database) {
        return database.ask("SELECT datname FROM pg_database WHERE datname LIKE 'schemawatch%'");
    }
}
