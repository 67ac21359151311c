package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Program;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as it is shipped: a process with files to watch, a database to look at, and a port. */
@Tag("program")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class WatchIT {
    private static final String LOST = "prisma/migrations/20240201000000_lost";
    private static final String NOBODY = "postgresql://app:canary-7f3a@127.0.0.1:1/app";

    @TempDir
    Path folder;

    @TempDir
    Path output;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> environment = new HashMap<>();
    private final AtomicReference<Optional<Process>> daemon = new AtomicReference<>(Optional.empty());
    private TreeFixture tree;
    private int port;

    @BeforeEach
    void make() throws IOException {
        tree = new TreeFixture(folder)
                .write("schemawatch.yaml", "drift: { interval: 1s }\n")
                .write("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id    Int     @id
                          email String?
                        }
                        """)
                .write("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"User\" (id integer);");
        port = freePort();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (daemon.get().isPresent()) {
            Process process = daemon.get().get();
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void is_ready_and_alive_though_the_database_is_away() {
        start(NOBODY);
        awaitLine("LOST", "could not look (connect)");
        for (String probe : new String[] {"live", "ready", "started"}) {
            assertThat(get("/q/health/" + probe)).contains("\"status\": \"UP\"");
        }
        assertThat(get("/q/metrics"))
                .contains("schemawatch_build_info{")
                .contains("schemawatch_database_up{database=\"main\"} 0.0");
    }

    @Test
    void notices_what_changes_in_the_folder() {
        start(NOBODY);
        awaitLine(", started)");
        tree.folder(LOST);
        awaitLine("NEW", "empty-migration-folder");
        tree.write(LOST + "/migration.sql", "SELECT 1;");
        awaitLine("FIXED", "empty-migration-folder");
        assertThat(get("/q/metrics")).contains("schemawatch_findings{severity=\"error\"} 0.0");
    }

    @Test
    void tries_a_migration_that_changes() {
        try (PostgresFixture.Database shadow = PostgresFixture.database()) {
            tree.write("schemawatch.yaml", "dry-run: { on-change: true }\n");
            environment.put("SHADOW_DATABASE_URL", shadow.url());
            start(NOBODY);
            awaitLine(", started)");
            tree.write("prisma/migrations/20240101000000_init/migration.sql", "SELECT nothing;");
            awaitLine("NEW", "migration-does-not-apply");
            tree.write("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"User\" (id integer);");
            awaitLine("FIXED", "migration-does-not-apply");
        }
    }

    @Test
    void shows_drift_raises_an_alert_and_takes_it_back() {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute("CREATE TABLE \"User\" (id integer PRIMARY KEY, email text)");
            start(database.url());
            awaitLine("main: no drift");

            database.execute("ALTER TABLE \"User\" DROP email");
            awaitLine("NEW", "main", "drift", "email");
            awaitLine("ALERT FIRED");
            await().untilAsserted(() -> assertThat(get("/q/metrics"))
                    .containsPattern("schemawatch_drift_findings\\{database=\"main\",kind=\"column\",.*\\} 1\\.0"));

            database.execute("ALTER TABLE \"User\" ADD email text");
            awaitLine("FIXED", "main", "drift", "email");
            awaitLine("ALERT RESOLVED");
        }
    }

    @Test
    void ends_with_0_when_asked_and_has_warned_of_nothing() throws Exception {
        Process process = start(NOBODY);
        awaitLine(", started)");
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ends within 10 s").isTrue();
        assertThat(process.exitValue()).as(printed()).isZero();
        assertThat(Files.readString(output.resolve("err"))).isEmpty();
    }

    @Test
    void prints_no_secret() throws Exception {
        Process process = start(NOBODY);
        awaitLine("LOST", "could not look (connect)");
        assertThat(get("/q/metrics") + get("/q/health")).doesNotContain("canary-7f3a");
        process.destroy();
        process.waitFor();
        assertThat(printed()).doesNotContain("canary-7f3a");
    }

    @Test
    void says_everything_that_is_wrong_with_the_configuration_before_it_opens_a_port() throws Exception {
        tree.write("schemawatch.yaml", "shema: x\n");
        Process process = start(NOBODY);
        process.waitFor();
        assertThat(process.exitValue()).as(printed()).isEqualTo(ExitStatus.CONFIGURATION.code());
        assertThat(printed()).contains("schemawatch.yaml:1:1: There is no key shema.");
    }

    private Process start(String url) {
        environment.put("DATABASE_URL", url);
        environment.put("SCHEMAWATCH_HTTP_PORT", Integer.toString(port));
        try {
            Process process = Program.packaged()
                    .start(folder, environment, output.resolve("out"), output.resolve("err"), "watch");
            daemon.set(Optional.of(process));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for one line with all of these words. */
    private void awaitLine(String... words) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(printed().lines())
                        .anySatisfy(line -> assertThat(line).contains(words)));
    }

    private String printed() {
        try {
            return Files.readString(output.resolve("out")) + Files.readString(output.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String get(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
