package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DoctorCommandTest {
    private static final String CANARY = "canary-7f3a";

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
    Path folder;

    private PostgresFixture.Database database;
    private String role;
    private CommandHarness command;

    @BeforeEach
    void start() {
        database = PostgresFixture.database();
        role = "doctor_" + database.name();
        database.execute("CREATE TABLE _prisma_migrations (id text); REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
                + " CREATE ROLE " + role + " LOGIN");
        command = new CommandHarness(folder)
                .file("prisma/schema.prisma", SCHEMA)
                .file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
                .file("prisma/migrations/20260101000000_init/migration.sql", "CREATE TABLE \"User\" (id int);\n");
    }

    @AfterEach
    void end() {
        database.execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
        database.close();
    }

    @Test
    void says_of_a_harmless_role_that_it_is_and_ends_with_0() {
        database.execute("GRANT USAGE ON SCHEMA public TO " + role + "; GRANT SELECT ON _prisma_migrations TO " + role);
        command.variable("DATABASE_URL", asRole());
        CommandHarness.Result result = command.run("doctor").endsWith(ExitStatus.CLEAN);
        assertThat(result.out())
                .containsPattern("(?m)^ok +configuration +there is no schemawatch.yaml")
                .containsPattern("(?m)^ok +schema +prisma/schema.prisma")
                .containsPattern("(?m)^ok +migrations +1 in prisma/migrations")
                .containsPattern(
                        "(?m)^ok +database +127.0.0.1:\\d+/\\w+, from DATABASE_URL in the process environment: "
                                + "PostgreSQL \\d+[.\\d]*, no TLS, round trip [\\d.]+ ms")
                .containsPattern("(?m)^ok +role +" + role + " can read the catalog, and change nothing "
                        + "\\(a write was tried and refused\\)")
                .containsPattern("(?m)^ok +privileges ");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void says_what_is_missing_and_that_pasted_makes_it_right() {
        database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        command.variable("DATABASE_URL", asRole());
        List<String> remedy = remedy(diagnosis("privileges"));
        assertThat(remedy).hasSize(2);
        remedy.forEach(database::execute);
        assertThat(diagnosis("privileges").get("verdict").asText()).isEqualTo("ok");
    }

    @Test
    void the_role_that_it_proposes_is_harmless() {
        command.variable("DATABASE_URL", database.url());
        JsonNode superuser = diagnosis("role");
        assertThat(superuser.get("verdict").asText()).isEqualTo("warning");
        assertThat(superuser.get("message").asText())
                .contains("postgres could do harm: it is a superuser (a write was tried, permitted and undone)");
        List<String> remedy = remedy(superuser);
        assertThat(remedy).last().isEqualTo("\\password schemawatch");
        try {
            remedy.subList(0, remedy.size() - 1).forEach(database::execute);
            command.variable("DATABASE_URL", database.url().replace("postgres@", "schemawatch@"));
            assertThat(diagnosis("role").get("verdict").asText()).isEqualTo("ok");
            assertThat(diagnosis("privileges").get("verdict").asText()).isEqualTo("ok");
        } finally {
            database.execute("DROP OWNED BY schemawatch; DROP ROLE schemawatch");
        }
    }

    @Test
    void the_grant_to_everybody_of_old_servers_is_revoked_by_what_it_says() {
        database.execute("GRANT CREATE ON SCHEMA public TO PUBLIC");
        command.variable("DATABASE_URL", asRole());
        List<String> remedy = remedy(diagnosis("role"));
        assertThat(remedy).containsExactly("REVOKE CREATE ON schema public FROM PUBLIC, " + role + ";");
        remedy.forEach(database::execute);
        assertThat(diagnosis("role").get("verdict").asText()).isEqualTo("ok");
    }

    @Test
    void an_owner_could_do_harm_though_it_is_read_only_by_default() {
        database.execute("ALTER TABLE _prisma_migrations OWNER TO " + role + "; GRANT ALL ON SCHEMA public TO " + role
                + "; ALTER ROLE " + role + " SET default_transaction_read_only = on");
        command.variable("DATABASE_URL", asRole());
        assertThat(diagnosis("role").get("message").asText())
                .contains("owns public._prisma_migrations", "a write was tried, permitted and undone");
    }

    @Test
    void leaves_nothing_in_the_database() throws SQLException {
        String before = objects();
        command.variable("DATABASE_URL", database.url()).run("doctor").endsWith(ExitStatus.CLEAN);
        assertThat(objects()).isEqualTo(before);
    }

    @Test
    void an_error_ends_with_2_and_shows_no_password() throws IOException {
        try (LocalServer server = LocalServer.start(PostgresBinaries.find(), "right")) {
            command.variable(
                    "DATABASE_URL", "postgresql://postgres:" + CANARY + "@127.0.0.1:" + server.port() + "/postgres");
            CommandHarness.Result result = command.run("doctor").endsWith(ExitStatus.FINDINGS);
            assertThat(result.out())
                    .containsPattern("(?m)^error +database .*Check user and password")
                    .containsPattern("(?m)^skipped +role ")
                    .containsPattern("(?m)^ok +schema ");
            assertThat(result.out() + result.err()).doesNotContain(CANARY);
        }
    }

    @Test
    void servers_that_never_answer_are_given_up_together() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String url = "postgresql://a:" + CANARY + "@127.0.0.1:" + silent.getLocalPort() + "/";
            command.variable("A", url + "a")
                    .variable("B", url + "b")
                    .variable("SHADOW_DATABASE_URL", url + "shadow")
                    .file("schemawatch.yaml", "databases: { a: { url-from: A }, b: { url-from: B } }\n");
            long start = System.nanoTime();
            CommandHarness.Result result = command.run("doctor").endsWith(ExitStatus.FINDINGS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(14));
            assertThat(result.out())
                    .containsPattern("(?m)^error +database a .*did not answer (within 5.0 s|in time)")
                    .containsPattern("(?m)^error +database b ")
                    .containsPattern("(?m)^warning +shadow-database b ")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void a_configuration_that_cannot_be_used_is_a_line_for_each_problem() {
        CommandHarness.Result result = command.file("schemawatch.yaml", "shema: x\nfail-on: maybe\n")
                .run("doctor")
                .endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .containsPattern("(?m)^error +configuration +schemawatch.yaml:1:1: There is no key shema")
                .containsPattern("(?m)^error +configuration +schemawatch.yaml:2:10: ")
                .containsPattern("(?m)^skipped +schema +the configuration cannot be used")
                .containsPattern("(?m)^skipped +git-hook +there is no place for a hook");
    }

    @Test
    void without_anything_it_says_what_there_is_not(@TempDir Path empty) {
        CommandHarness.Result result = new CommandHarness(empty).run("doctor").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .containsPattern("(?m)^error +schema +there is no Prisma schema")
                .containsPattern("(?m)^skipped +migrations ")
                .containsPattern("(?m)^skipped +environment +there is no .env file")
                .containsPattern("(?m)^skipped +database +There is no URL")
                .contains("DATABASE_URL=\"postgresql://USER:PASSWORD@HOST:5432/DATABASE\"");
    }

    @Test
    void a_database_that_the_configuration_wants_is_an_error_without_a_url() {
        command.file("schemawatch.yaml", "databases: { staging: { url-from: STAGING_URL } }\n");
        assertThat(command.run("doctor").endsWith(ExitStatus.FINDINGS).out())
                .containsPattern("(?m)^error +database +There is no URL for database staging");
    }

    @Test
    void a_finding_of_the_checks_is_shown_where_it_belongs() {
        command.file("prisma/migrations/20260102000000_empty/migration.sql", "").file(".env", "API_KEY=undefined\n");
        CommandHarness.Result result = command.run("doctor").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .containsPattern("(?m)^error +migrations .*: 1 error. First: .*empty-migration-file")
                .containsPattern("(?m)^error +environment .*: 1 error, 1 warning. First: .*placeholder-in-env-value")
                .containsPattern("(?m)^ok +schema ");
    }

    @Test
    void commits_are_checked_once_a_hook_is_installed() throws Exception {
        assertThat(diagnosis("git-hook").get("verdict").asText()).isEqualTo("skipped");
        assertThat(new ProcessBuilder("git", "init", "-q", folder.toString())
                        .start()
                        .waitFor())
                .isZero();
        JsonNode without = diagnosis("git-hook");
        assertThat(without.get("verdict").asText()).isEqualTo("warning");
        assertThat(remedy(without)).containsExactly("schemawatch hook install");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        assertThat(diagnosis("git-hook").get("message").asText())
                .contains("commits are checked by", "pre-commit (git)");
    }

    @Test
    void looks_at_the_database_of_the_application_that_is_named() {
        command.file(".env", "DATABASE_URL=postgresql://nobody@127.0.0.1:1/none\n")
                .file(".env.test", "DATABASE_URL=" + database.url() + "\n");
        assertThat(command.run("doctor").out()).containsPattern("(?m)^error +database .*from DATABASE_URL in .env:1:1");
        assertThat(command.run("doctor", "--for", "test").out())
                .containsPattern("(?m)^ok +environment +.env.test, .env\\.")
                .containsPattern("(?m)^ok +database .*from DATABASE_URL in .env.test:1:1");
    }

    @Test
    void a_finding_is_that_of_the_application_that_is_named() {
        command.file(".env", "A=1\n").file(".env.test", "B=undefined\n");
        assertThat(command.run("doctor", "--for", "test").out())
                .containsPattern("(?m)^error +environment +.env.test, .env: .*\\n +schemawatch env --for test");
        assertThat(command.run("doctor", "--for", "production").out())
                .containsPattern("(?m)^\\w+ +environment +.env: ")
                .doesNotContain("placeholder-in-env-value");
    }

    @Test
    void a_name_that_no_file_is_for_is_said() {
        assertThat(command.run("doctor", "--for", "staging").out())
                .containsPattern(
                        "(?m)^warning +environment +none of the files is there .* staging: .env.staging.local,");
    }

    @Test
    void a_shadow_database_must_be_another() {
        command.variable("DATABASE_URL", database.url()).variable("SHADOW_DATABASE_URL", database.url() + "?schema=x");
        JsonNode shadow = diagnosis("shadow-database");
        assertThat(shadow.get("verdict").asText()).isEqualTo("error");
        assertThat(shadow.get("message").asText()).contains("this is the database itself");
    }

    @Test
    void a_shadow_database_must_be_nobody_elses() {
        try (PostgresFixture.Database other = PostgresFixture.database()) {
            command.variable("DATABASE_URL", database.url()).variable("SHADOW_DATABASE_URL", other.url());
            assertThat(diagnosis("shadow-database").get("message").asText()).contains("answers, and is empty");
            other.execute("CREATE TABLE _prisma_migrations (id text)");
            JsonNode taken = diagnosis("shadow-database");
            assertThat(taken.get("verdict").asText()).isEqualTo("warning");
            assertThat(taken.get("message").asText()).contains("somebody's database");
        }
    }

    @Test
    void a_shadow_database_full_of_tables_is_a_warning() {
        try (PostgresFixture.Database other = PostgresFixture.database()) {
            other.execute("CREATE TABLE precious (id int)");
            command.variable("DATABASE_URL", database.url()).variable("SHADOW_DATABASE_URL", other.url());
            assertThat(diagnosis("shadow-database").get("verdict").asText()).isEqualTo("warning");
            assertThat(remedy(diagnosis("shadow-database")))
                    .last(InstanceOfAssertFactories.STRING)
                    .startsWith("SHADOW_DATABASE_URL=\"postgresql://USER:PASSWORD@127.0.0.1:")
                    .endsWith("/shadow\"");
        }
    }

    @Test
    void a_role_that_may_act_as_another_is_not_harmless_and_what_it_says_mends_that() {
        database.execute("GRANT USAGE ON SCHEMA public TO " + role + "; GRANT SELECT ON _prisma_migrations TO " + role
                + "; CREATE FUNCTION wipe(text) RETURNS void LANGUAGE sql SECURITY DEFINER AS 'SELECT NULL::void'");
        command.variable("DATABASE_URL", asRole());
        JsonNode seen = diagnosis("role");
        assertThat(seen.get("verdict").asText()).isEqualTo("warning");
        assertThat(seen.get("message").asText()).contains("with the rights of their owners, public.wipe(text)");
        remedy(seen).forEach(database::execute);
        assertThat(diagnosis("role").get("verdict").asText()).isEqualTo("ok");
    }

    @Test
    void says_how_to_make_a_database_that_is_not_there() {
        String missing = database.url().replace(database.name(), "no'such");
        command.variable("DATABASE_URL", missing).variable("SHADOW_DATABASE_URL", missing + "2");
        assertThat(remedy(diagnosis("database")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("createdb -h 127.0.0.1 -p \\d+ -U postgres -- 'no'\\\\''such'");
    }

    @Test
    void says_how_to_start_a_server_that_is_not_there() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        command.variable("DATABASE_URL", "postgresql://u@127.0.0.1:" + port + "/d");
        assertThat(remedy(diagnosis("database")))
                .containsExactly("sudo systemctl start postgresql", "pg_isready -h 127.0.0.1 -p " + port);
    }

    private String asRole() {
        return database.url().replace("postgres@", role + "@");
    }

    private JsonNode diagnosis(String probe) {
        CommandHarness.Result result = command.run("doctor", "--format", "json");
        try {
            JsonNode all = new ObjectMapper().readTree(result.out()).get("diagnoses");
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(diagnosis -> diagnosis.get("probe").asText().equals(probe))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(result.out(), e);
        }
    }

    private static List<String> remedy(JsonNode diagnosis) {
        return StreamSupport.stream(diagnosis.get("remedy").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String objects() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT (SELECT string_agg(t::text, ',' ORDER BY oid) FROM pg_type t)"
                                + " || (SELECT count(*) FROM pg_class) || (SELECT count(*) FROM pg_namespace)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
