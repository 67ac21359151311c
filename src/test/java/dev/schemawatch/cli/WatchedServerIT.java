package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.DaemonProcess;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Rows;
import dev.schemawatch.support.TlsServer;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as it is shipped, beside servers that ask for more than a name, and servers that come and go. */
@Tag("program")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class WatchedServerIT {
    private static final String TABLE = "CREATE TABLE \"User\" (id integer PRIMARY KEY, email text)";
    private static final String DROP = "ALTER TABLE \"User\" DROP email";

    /** Waits outside the server until it may come back: whoever is inside ends with it. */
    private static final String AWAY_UNTIL_TOLD = """
            COPY (SELECT 1) TO PROGRAM $$
                cat >/dev/null
                ( until [ -e leave ]; do sleep 0.05; done
                  '%1$s/pg_ctl' stop -D . -m fast
                  until [ -e return ]; do sleep 0.05; done
                  '%1$s/pg_ctl' start -D . -o '-p %2$d' -l returned.log
                ) </dev/null >/dev/null 2>&1 &
            $$""";

    @TempDir
    Path folder;

    @TempDir
    Path output;

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
                        """);
    }

    @Test
    void is_watched_over_tls_with_a_password_that_no_url_can_hold_as_it_is() throws Exception {
        try (TlsServer server = TlsServer.start("p@ss:w/rd?#%25é", output)) {
            String url = "postgresql://postgres:p%40ss%3Aw%2Frd%3F%23%2525%C3%A9@127.0.0.1:" + server.port()
                    + "/postgres?sslmode=require&sslaccept=strict&sslcert=" + output.resolve("server.crt");
            try (DaemonProcess daemon = start(Map.of("DATABASE_URL", url))) {
                daemon.awaitLine("NEW", "main", "drift", "table public.User");
                assertThat(daemon.get("/q/metrics")).contains("schemawatch_database_up{database=\"main\"} 1.0");
                assertThat(daemon.printed() + daemon.get("/q/metrics")).doesNotContain("p@ss", "p%40ss");
            }
        }
    }

    @Test
    void is_connected_to_anew_without_a_word_when_it_ends_the_session() {
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute(TABLE);
            try (DaemonProcess daemon = start(Map.of("DATABASE_URL", database.url()))) {
                daemon.awaitLine("main: no drift");
                String sessions = "SELECT pid FROM pg_stat_activity WHERE application_name = 'schemawatch'"
                        + " AND datname = current_database()";
                List<String> first = database.ask(sessions);
                assertThat(first).as("one connection, kept").hasSize(1);

                database.execute("SELECT pg_terminate_backend(" + first.getFirst() + ")");
                await().untilAsserted(() ->
                        assertThat(database.ask(sessions)).hasSize(1).isNotEqualTo(first));
                database.execute(DROP);

                daemon.awaitLine("NEW", "main", "drift", "email");
                assertThat(daemon.printed()).doesNotContain("LOST");
            }
        }
    }

    @Test
    void is_lost_while_it_is_away_and_looked_at_again_when_it_is_back() throws Exception {
        try (LocalServer server = LocalServer.start(PostgresBinaries.find())) {
            Path data = prepareToLeave(server);
            try (DaemonProcess daemon = start(Map.of("DATABASE_URL", server.url("postgres")))) {
                daemon.awaitLine("main: no drift");

                Files.createFile(data.resolve("leave"));
                daemon.awaitLine("LOST", "main: could not look (connect)");
                assertThat(daemon.get("/q/metrics")).contains("schemawatch_database_up{database=\"main\"} 0.0");
                assertThat(daemon.get("/q/health/ready")).contains("\"status\": \"UP\"");

                Files.createFile(data.resolve("return"));
                daemon.awaitLine("BACK", "main");
                await().untilAsserted(() -> assertThat(daemon.get("/q/metrics"))
                        .contains("schemawatch_database_up{database=\"main\"} 1.0"));
                assertThat(daemon.printed()).doesNotContain("NEW   main");
            }
        }
    }

    /** Kubernetes puts another file in the place of the old one. */
    @Test
    void is_the_one_that_the_file_of_the_url_names_now() throws Exception {
        try (PostgresFixture.Database before = PostgresFixture.database();
                PostgresFixture.Database after = PostgresFixture.database()) {
            before.execute(TABLE);
            after.execute(TABLE);
            after.execute(DROP);
            Path file = Files.writeString(output.resolve("database-url"), before.url());
            try (DaemonProcess daemon = start(Map.of("SCHEMAWATCH_DATABASE_URL_FILE", file.toString()))) {
                daemon.awaitLine("main: no drift");

                Path rotated = Files.writeString(output.resolve("next"), after.url() + "\n");
                Files.move(rotated, file, StandardCopyOption.ATOMIC_MOVE);
                daemon.awaitLine("NEW", "main", "drift", "email");

                Files.delete(file);
                daemon.awaitLine("LOST", "main: could not look (configuration)", "SCHEMAWATCH_DATABASE_URL_FILE");

                Files.writeString(file, before.url());
                daemon.awaitLine("FIXED", "main", "drift", "email");
            }
        }
    }

    private DaemonProcess start(Map<String, String> environment) {
        return DaemonProcess.start(tree.root(), output, environment);
    }

    /** Makes the table, and a program that stops and starts the server; the folder in which it is told when. */
    private static Path prepareToLeave(LocalServer server) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", LocalServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(AWAY_UNTIL_TOLD.formatted(PostgresBinaries.find().folder(), server.port()));
            return Path.of(Rows.texts(connection, "SHOW data_directory").getFirst());
        }
    }
}
