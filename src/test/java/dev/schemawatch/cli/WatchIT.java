package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.support.DaemonProcess;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.TreeFixture;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    private final Map<String, String> environment = new HashMap<>();
    private final AtomicReference<Optional<DaemonProcess>> running = new AtomicReference<>(Optional.empty());
    private TreeFixture tree;

    @BeforeEach
    void make() {
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
    }

    @AfterEach
    void end() {
        running.get().ifPresent(DaemonProcess::close);
    }

    @Test
    void is_ready_and_alive_though_the_database_is_away() {
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine("LOST", "could not look (connect)");
        for (String probe : new String[] {"live", "ready", "started"}) {
            assertThat(daemon.get("/q/health/" + probe)).contains("\"status\": \"UP\"");
        }
        assertThat(daemon.get("/q/metrics"))
                .contains("schemawatch_build_info{")
                .contains("schemawatch_database_up{database=\"main\"} 0.0");
    }

    @Test
    void notices_what_changes_in_the_folder() {
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine(", started)");
        tree.folder(LOST);
        daemon.awaitLine("NEW", "empty-migration-folder");
        tree.write(LOST + "/migration.sql", "SELECT 1;");
        daemon.awaitLine("FIXED", "empty-migration-folder");
        assertThat(daemon.get("/q/metrics")).contains("schemawatch_findings{severity=\"error\"} 0.0");
    }

    @Test
    void tries_a_migration_that_changes() {
        try (PostgresFixture.Database shadow = PostgresFixture.database()) {
            tree.write("schemawatch.yaml", "dry-run: { on-change: true }\n");
            environment.put("SHADOW_DATABASE_URL", shadow.url());
            DaemonProcess daemon = start(NOBODY);
            daemon.awaitLine(", started)");
            tree.write("prisma/migrations/20240101000000_init/migration.sql", "SELECT nothing;");
            daemon.awaitLine("NEW", "migration-does-not-apply");
            tree.write("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"User\" (id integer);");
            daemon.awaitLine("FIXED", "migration-does-not-apply");
        }
    }

    @Test
    void shows_drift_raises_an_alert_and_takes_it_back() {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute("CREATE TABLE \"User\" (id integer PRIMARY KEY, email text)");
            DaemonProcess daemon = start(database.url());
            daemon.awaitLine("main: no drift");

            database.execute("ALTER TABLE \"User\" DROP email");
            daemon.awaitLine("NEW", "main", "drift", "email");
            daemon.awaitLine("ALERT FIRED");
            await().untilAsserted(() -> assertThat(daemon.get("/q/metrics"))
                    .containsPattern("schemawatch_drift_findings\\{database=\"main\",kind=\"column\",.*\\} 1\\.0"));

            database.execute("ALTER TABLE \"User\" ADD email text");
            daemon.awaitLine("FIXED", "main", "drift", "email");
            daemon.awaitLine("ALERT RESOLVED");
        }
    }

    @Test
    void ends_with_0_when_asked_and_has_warned_of_nothing() throws Exception {
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine(", started)");
        assertThat(daemon.stop()).as(daemon.printed()).isZero();
        assertThat(daemon.warnings()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ends_with_130_when_interrupted() throws Exception {
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine("LOST", "could not look (connect)");
        daemon.signal("INT");
        assertThat(daemon.awaitEnd()).as(daemon.printed()).isEqualTo(ExitStatus.INTERRUPTED.code());
        assertThat(daemon.warnings()).isEmpty();
    }

    @Test
    void serves_where_it_says_when_it_may_take_any_port() {
        environment.put("SCHEMAWATCH_HTTP_PORT", "0");
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine("metrics: http://127.0.0.1:");
        Matcher address = Pattern.compile("metrics: (http://127\\.0\\.0\\.1:[1-9]\\d*/q/metrics)")
                .matcher(daemon.printed());
        assertThat(address.find()).as(daemon.printed()).isTrue();
        assertThat(daemon.get(URI.create(address.group(1)), "*/*").body()).contains("schemawatch_build_info{");
    }

    @Test
    void prints_no_secret() throws Exception {
        DaemonProcess daemon = start(NOBODY);
        daemon.awaitLine("LOST", "could not look (connect)");
        assertThat(daemon.get("/q/metrics") + daemon.get("/q/health")).doesNotContain("canary-7f3a");
        daemon.stop();
        assertThat(daemon.printed()).doesNotContain("canary-7f3a");
    }

    @Test
    void says_everything_that_is_wrong_with_the_configuration_before_it_opens_a_port() throws Exception {
        tree.write("schemawatch.yaml", "shema: x\n");
        DaemonProcess daemon = start(NOBODY);
        assertThat(daemon.awaitEnd()).as(daemon.printed()).isEqualTo(ExitStatus.CONFIGURATION.code());
        assertThat(daemon.printed()).contains("schemawatch.yaml:1:1: There is no key shema.");
    }

    private DaemonProcess start(String url) {
        environment.put("DATABASE_URL", url);
        DaemonProcess daemon = DaemonProcess.start(folder, output, environment);
        running.set(Optional.of(daemon));
        return daemon;
    }
}
