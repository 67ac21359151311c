package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that it signed itself. */
class TlsTest {
    /** The server makes it: in its folder, and as its owner, which it insists on. */
    private static final String MAKE_CERTIFICATE =
            "cat > /dev/null; openssl req -new -x509 -days 2 -nodes -newkey rsa:2048 -subj /CN=localhost"
                    + " -addext subjectAltName=IP:127.0.0.1 -out server.crt -keyout server.key 2> /dev/null"
                    + " && chmod 600 server.key";

    @TempDir
    private static Path certificates;

    private static LocalServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        assumeThat(hasOpenssl()).as("openssl is there to make a certificate").isTrue();
        server = LocalServer.start(PostgresBinaries.find());
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", LocalServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1) TO PROGRAM '" + MAKE_CERTIFICATE + "'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
            try (ResultSet certificate = statement.executeQuery("SELECT pg_read_file('server.crt')")) {
                certificate.next();
                Files.writeString(certificates.resolve("root.crt"), certificate.getString(1));
            }
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_accepted_as_prisma_does() {
        assertThat(look("?sslmode=require")).isInstanceOf(Available.class);
    }

    @Test
    void a_strict_connection_refuses_a_certificate_that_nobody_vouches_for() {
        assertThat(look("?sslmode=require&sslaccept=strict")).isInstanceOfSatisfying(Unavailable.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.CONNECT);
            assertThat(refused.message()).contains("could not agree on TLS", "sslaccept");
        });
    }

    @Test
    void a_strict_connection_accepts_the_certificate_that_the_url_names() {
        assertThat(look("?sslmode=require&sslaccept=strict&sslcert=root.crt")).isInstanceOf(Available.class);
    }

    @Test
    void a_file_without_a_certificate_is_named() throws IOException {
        Files.writeString(certificates.resolve("empty.crt"), "");
        assertThat(look("?sslmode=require&sslaccept=strict&sslcert=empty.crt"))
                .isInstanceOfSatisfying(Unavailable.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.CONFIGURATION);
                    assertThat(refused.message()).contains("sslcert names", "empty.crt, which holds no certificate");
                });
    }

    @Test
    void a_kept_connection_is_secured_in_the_same_way() throws SQLException {
        try (DatabasePoll poll = DatabasePoll.keeping(
                        url("?sslmode=require&sslaccept=strict&sslcert=root.crt"),
                        certificates,
                        Duration.ofSeconds(10));
                Connection observer = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", LocalServer.USER, "")) {
            assertThat(poll.look(Optional.empty())).isInstanceOf(Available.class);
            try (ResultSet row = observer.createStatement()
                    .executeQuery("SELECT bool_and(s.ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)"
                            + " WHERE a.application_name = 'schemawatch'")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
    }

    private static DatabaseState look(String parameters) {
        return DatabasePoll.once(url(parameters), certificates, Duration.ofSeconds(10))
                .look(Optional.empty());
    }

    private static ConnectionUrl url(String parameters) {
        return ((ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(server.url("postgres") + parameters)).url();
    }

    private static boolean hasOpenssl() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
