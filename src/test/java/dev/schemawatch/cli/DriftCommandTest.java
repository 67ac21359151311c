package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DriftCommandTest {
    private static final String CANARY = "canary-7f3a";
    private static final String SCHEMA = "prisma/schema.prisma";
    private static final String MODELS = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id    Int    @id
              email String @unique
            }
            """;
    private static final String TABLES = """
            CREATE TABLE "User" (id integer NOT NULL, email text NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY (id));
            CREATE UNIQUE INDEX "User_email_key" ON "User" (email);
            """;

    @TempDir
    Path folder;

    private PostgresFixture.Database database;
    private CommandHarness command;

    @BeforeEach
    void start() {
        database = PostgresFixture.database();
        command = new CommandHarness(folder).file(SCHEMA, MODELS).variable("DATABASE_URL", database.url());
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void ends_with_0_when_the_database_is_as_the_schema_says() {
        database.execute(TABLES);
        CommandHarness.Result result = command.run("drift").endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).contains("Database main: no drift in 1 table.");
        assertThat(result.err())
                .startsWith("Database main: 127.0.0.1:")
                .contains("from DATABASE_URL in the process environment");
    }

    @Test
    void ends_with_2_and_shows_both_sides_and_the_place_in_the_schema() {
        database.execute(TABLES + "ALTER TABLE \"User\" ALTER email TYPE varchar(20);");
        CommandHarness.Result result = command.run("drift").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .contains("column public.User.email: type differs  prisma/schema.prisma:8:3")
                .containsPattern("expected  text +actual +(varchar|character varying)\\(20\\)");
        command.run("drift", "--exit-zero").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void ends_with_2_for_a_warning_unless_told_otherwise() {
        database.execute(TABLES + "CREATE INDEX extra ON \"User\" (email, id);");
        assertThat(command.run("drift").endsWith(ExitStatus.FINDINGS).out())
                .contains("warning index public.User.extra is not in the schema", "drift: 1 warning in 1 table.");
        command.run("drift", "--fail-on", "error").endsWith(ExitStatus.CLEAN);
        command.file("schemawatch.yaml", "fail-on: error").run("drift").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void shows_what_nothing_is_wrong_with_and_does_not_fail() {
        command.file(SCHEMA, MODELS.replace("@unique", "@default(dbgenerated(\"'x'::text\")) @unique"));
        database.execute(TABLES + "ALTER TABLE \"User\" ALTER email SET DEFAULT 'x';");
        assertThat(command.run("drift").endsWith(ExitStatus.CLEAN).out())
                .contains("column public.User.email: default differs", "no drift, 1 for information in 1 table.");
        command.run("drift", "--fail-on", "info").endsWith(ExitStatus.FINDINGS);
    }

    @Test
    void ends_with_2_for_a_history_that_the_repository_contradicts() throws IOException {
        command.file("prisma/migrations/1_edited/migration.sql", "SELECT 2;");
        database.execute(TABLES + PrismaHistory.TABLE + """
                INSERT INTO _prisma_migrations VALUES
                    ('1', repeat('0', 64), now(), '1_edited', NULL, NULL, now(), 1),
                    ('2', repeat('0', 64), now(), '2_unknown', NULL, NULL, now(), 1),
                    ('3', repeat('0', 64), NULL, '3_failed', NULL, NULL, now(), 0);
                """);
        assertThat(command.run("drift").endsWith(ExitStatus.FINDINGS).out())
                .contains("main:3_failed: error migration-failed: migration 3_failed began and never finished")
                .contains("main:1_edited: warning migration-edited: ", "main:2_unknown: warning migration-unknown: ")
                .contains("no drift in 1 table; in its history 1 error, 2 warnings.");
        JsonNode report = new ObjectMapper()
                .readTree(command.run("drift", "--format", "json").out());
        assertThat(report.at("/findings").findValuesAsText("rule"))
                .containsExactly("migration-failed", "migration-edited", "migration-unknown");
        assertThat(report.at("/findings/0/where/object").asText()).isEqualTo("3_failed");
        command.file(
                        "schemawatch.yaml",
                        "rules: { migration-failed: off, migration-edited: off, migration-unknown: info }")
                .run("drift")
                .endsWith(ExitStatus.CLEAN);
    }

    @Test
    void prints_nothing_but_json_on_standard_output() throws IOException {
        database.execute(TABLES + "ALTER TABLE \"User\" DROP email;");
        CommandHarness.Result result = command.run("drift", "--format", "json").endsWith(ExitStatus.FINDINGS);
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.at("/databases/0/differences/0/object/member").asText())
                .isEqualTo("email");
        assertThat(report.at("/databases/0/differences/0/where/line").asInt()).isEqualTo(8);
    }

    @Test
    void takes_the_database_that_the_configuration_names() {
        database.execute(TABLES);
        command.variable("DATABASE_URL", "postgresql://nowhere.invalid/x")
                .file("schemawatch.yaml", "databases: { dev: { url-from: DEV_URL } }")
                .file(".env.local", "DEV_URL=" + database.url());
        assertThat(command.run("drift").endsWith(ExitStatus.CLEAN).err()).contains("DEV_URL in .env.local:1:1");
        assertThat(command.run("drift", "--database", "prod")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("There is: dev.");
    }

    @Test
    void asks_which_schema_is_meant_when_there_are_several() {
        CommandHarness several = new CommandHarness(folder.resolve("several"))
                .file("packages/a/prisma/schema.prisma", MODELS)
                .file("packages/b/prisma/schema.prisma", MODELS)
                .variable("DATABASE_URL", database.url());
        CommandHarness.Result result = several.run("drift").endsWith(ExitStatus.USAGE);
        assertThat(result.err())
                .contains("--schema packages/a/prisma/schema.prisma", "--schema packages/b/prisma/schema.prisma");
        database.execute(TABLES);
        several.run("drift", "--schema", "packages/a/prisma/schema.prisma").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void takes_the_schema_that_prisma_would_take_here_before_those_of_packages() {
        command.file("packages/b/prisma/schema.prisma", MODELS.replace("User", "Other"));
        database.execute(TABLES);
        assertThat(command.run("drift").endsWith(ExitStatus.CLEAN).out()).contains("no drift in 1 table.");
    }

    @Test
    void compares_nothing_with_a_schema_for_another_database() {
        CommandHarness both = new CommandHarness(folder.resolve("both"))
                .file("packages/db/postgresql/schema.prisma", MODELS)
                .file("packages/db/mysql/schema.prisma", MODELS.replace("postgresql", "mysql"))
                .variable("DATABASE_URL", database.url());
        database.execute(TABLES);
        assertThat(both.run("drift").endsWith(ExitStatus.CLEAN).out()).contains("Database main: no drift in 1 table.");
    }

    @Test
    void compares_each_schema_with_the_database_that_its_own_variable_names() {
        try (PostgresFixture.Database other = PostgresFixture.database()) {
            CommandHarness several = new CommandHarness(folder.resolve("several"))
                    .file("packages/server/prisma/schema.prisma", MODELS.replace("DATABASE_URL", "SERVER_URL"))
                    .file("packages/plugins/prisma/schema.prisma", MODELS.replace("DATABASE_URL", "PLUGINS_URL"))
                    .variable("SERVER_URL", database.url())
                    .variable("PLUGINS_URL", other.url());
            database.execute(TABLES);
            assertThat(several.run("drift").endsWith(ExitStatus.FINDINGS).out())
                    .contains("Database server: no drift in 1 table.", "Database plugins: drift: 1 error in 0 tables.");
            several.variable("PLUGINS_URL", database.url()).run("drift").endsWith(ExitStatus.USAGE);
            several.variable("PLUGINS_URL", "").run("drift").endsWith(ExitStatus.USAGE);
        }
    }

    @Test
    void says_where_a_url_was_looked_for() {
        command.variable("DATABASE_URL", "");
        assertThat(command.run("drift").endsWith(ExitStatus.CONFIGURATION).out())
                .contains("could not look (configuration)")
                .contains("There is no URL for database main. Looked for DIRECT_URL");
    }

    @Test
    void refuses_a_url_that_leads_to_no_postgresql() {
        for (String url : new String[] {
            "mysql://root:" + CANARY + "@h/app",
            "postgresql://u:" + CANARY + "@h:port/app",
            "undefined",
            "file:./dev.db"
        }) {
            CommandHarness.Result result =
                    command.variable("DATABASE_URL", url).run("drift").endsWith(ExitStatus.CONFIGURATION);
            assertThat(result.out()).contains("The URL of DATABASE_URL in the process environment cannot be used.");
            withoutSecret(result);
        }
    }

    @Test
    void never_says_no_drift_when_it_could_not_look() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        CommandHarness.Result result =
                command.variable("DATABASE_URL", url(port)).run("drift").endsWith(ExitStatus.FAILED);
        assertThat(result.out())
                .contains("could not look (connect)", "refused the connection", "nothing is known about drift")
                .doesNotContain("no drift");
        withoutSecret(result);
    }

    @Test
    void gives_up_a_server_that_hangs() throws IOException {
        command.file("schemawatch.yaml", "drift: { deadline: 1s }");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandHarness.Result result = command.variable("DATABASE_URL", url(silent.getLocalPort()))
                    .run("drift", "--format", "json")
                    .endsWith(ExitStatus.FAILED);
            assertThat(new ObjectMapper()
                            .readTree(result.out())
                            .at("/retryable")
                            .asBoolean())
                    .isTrue();
            withoutSecret(result);
        }
    }

    @Test
    void recognises_a_server_that_is_not_postgresql() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofPlatform().daemon().start(() -> {
                while (!other.isClosed()) {
                    try (var connection = other.accept()) {
                        connection
                                .getOutputStream()
                                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            CommandHarness.Result result = command.variable("DATABASE_URL", url(other.getLocalPort()))
                    .run("drift")
                    .endsWith(ExitStatus.FAILED);
            assertThat(result.out()).contains("could not look (not postgresql)");
            withoutSecret(result);
            other.close();
            server.join();
        }
    }

    @Test
    void says_that_a_schema_with_errors_cannot_be_compared() {
        command.file(SCHEMA, MODELS.replace("@unique", "@unik"));
        assertThat(command.run("drift").endsWith(ExitStatus.FAILED).out())
                .contains("could not look (schema)")
                .contains("prisma/schema.prisma");
    }

    private static String url(int port) {
        return "postgresql://app:" + CANARY + "@127.0.0.1:" + port + "/app";
    }

    private static void withoutSecret(CommandHarness.Result result) {
        assertThat(result.out() + result.err()).doesNotContain(CANARY);
    }
}
