package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.TlsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes nothing but TLS and SCRAM, with a password that no URL can hold as it is. */
@Tag("program")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class SecureConnectionTest {
    private static final String PASSWORD = "p@ss:w/rd?#%25é";
    private static final String ENCODED = "p%40ss%3Aw%2Frd%3F%23%2525%C3%A9";
    private static final String TABLE_IS_MISSING = "table public.User";

    private TlsServer server;
    private Path certificate;

    @BeforeAll
    void startServer(@TempDir Path folder) throws IOException {
        server = TlsServer.start(PASSWORD, folder);
        certificate = folder.resolve("server.crt");
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void is_looked_at_over_tls_with_a_percent_encoded_password(@TempDir Path folder) {
        CommandHarness.Result result = drift(folder, "?sslmode=require").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out()).contains(TABLE_IS_MISSING);
        assertThat(result.out() + result.err()).doesNotContain(ENCODED).doesNotContain(PASSWORD);
    }

    @Test
    void is_trusted_by_its_certificate(@TempDir Path folder) {
        assertThat(drift(folder, "?sslmode=require&sslaccept=strict&sslcert=" + certificate)
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(TABLE_IS_MISSING);
    }

    @Test
    void is_not_trusted_without_it_when_strict(@TempDir Path folder) {
        assertThat(drift(folder, "?sslmode=require&sslaccept=strict")
                        .endsWith(ExitStatus.FAILED)
                        .out())
                .contains("could not agree on TLS", "nothing is known about drift");
    }

    @Test
    void is_not_looked_at_without_tls(@TempDir Path folder) {
        assertThat(drift(folder, "?sslmode=disable").endsWith(ExitStatus.FAILED).out())
                .contains("could not look");
    }

    @Test
    void is_shown_the_certificate_of_a_client_under_any_name(@TempDir Path folder) {
        assertThat(drift(folder, TlsServer.CERTIFIED, "?sslmode=require" + identity(TlsServer.STORE_PASSWORD))
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(TABLE_IS_MISSING);
    }

    @Test
    void is_not_looked_at_without_the_certificate_that_it_demands(@TempDir Path folder) {
        assertThat(drift(folder, TlsServer.CERTIFIED, "?sslmode=require")
                        .endsWith(ExitStatus.FAILED)
                        .out())
                .contains("could not look (auth)");
    }

    @Test
    void is_not_looked_at_with_a_certificate_that_the_password_does_not_open(@TempDir Path folder) {
        CommandHarness.Result result = drift(folder, TlsServer.CERTIFIED, "?sslmode=require" + identity("CANARY"))
                .endsWith(ExitStatus.CONFIGURATION);
        assertThat(result.out()).contains("could not look (configuration)", "sslidentity names", "sslpassword");
        assertThat(result.out() + result.err()).doesNotContain("CANARY");
    }

    @Test
    void is_not_looked_at_with_a_file_that_is_not_there(@TempDir Path folder) {
        assertThat(drift(folder, "?sslmode=require&sslaccept=strict&sslcert=missing.crt")
                        .endsWith(ExitStatus.CONFIGURATION)
                        .out())
                .contains("could not look (configuration)", "sslcert names", "missing.crt, which is not there");
    }

    private String identity(String password) {
        return "&sslidentity=" + certificate.resolveSibling("client.identity") + "&sslpassword=" + password;
    }

    private CommandHarness.Result drift(Path folder, String parameters) {
        return drift(folder, "postgres", parameters);
    }

    private CommandHarness.Result drift(Path folder, String user, String parameters) {
        return new CommandHarness(folder)
                .file("schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id Int @id
                        }
                        """)
                .variable(
                        "DATABASE_URL",
                        "postgresql://" + user + ":" + ENCODED + "@127.0.0.1:" + server.port() + "/postgres"
                                + parameters)
                .run("drift");
    }
}
