package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EnvCommandTest {
    private static final String SCHEMA = """
            datasource db {
              provider  = "postgresql"
              url       = env("DATABASE_URL")
              directUrl = env("DIRECT_URL")
            }
            """;
    private static final String CONFIG = """
            env:
              required: [JWT_SECRET]
              files:
                .env.test:
                  required: [DATABASE_CONNECTION_LIMIT]
              variables:
                TENANT_SECRETS_ENCRYPTION_KEY:
                  length: 64
                  charset: hex
            """;

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        command =
                new CommandHarness(folder).file("prisma/schema.prisma", SCHEMA).file("schemawatch.yaml", CONFIG);
    }

    @Test
    void ends_with_0_and_says_where_each_variable_is_set() {
        CommandHarness.Result result = command.file(".env", "JWT_SECRET=CANARY\nPORT=3000\n")
                .file(".env.test", """
                        DATABASE_URL=postgresql://app:CANARY@localhost/shop_test
                        DATABASE_CONNECTION_LIMIT=10
                        PORT=3001
                        """)
                .variable("DIRECT_URL", "postgresql://app:CANARY@localhost/shop_test")
                .run("env", "--for", "test")
                .endsWith(ExitStatus.CLEAN);
        assertThat(result.out().lines())
                .startsWith(
                        "Environment for test: the process, then .env.test, .env",
                        "  ok       DATABASE_CONNECTION_LIMIT  .env.test:2:1",
                        "  ok       DATABASE_URL               .env.test:1:1",
                        "  ok       DIRECT_URL                 process environment",
                        "  ok       JWT_SECRET                 .env:1:1",
                        "  ok       PORT                       .env.test:3:1 (counts before .env:2:1)");
        assertThat(result.out() + result.err()).doesNotContain("CANARY");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void names_all_that_is_missing_and_wrong_in_one_sentence() {
        CommandHarness.Result result =
                command.file(".env.test", """
                        DATABASE_URL="postgresql://app:CANARY@localhost/shop_test?connection_limit=undefined"
                        TENANT_SECRETS_ENCRYPTION_KEY=CANARY
                        """).run("env", "--for", "test").endsWith(ExitStatus.FINDINGS);
        assertThat(result.err().lines())
                .containsExactly("The environment for test cannot be used as it is."
                        + " Missing: DATABASE_CONNECTION_LIMIT, DIRECT_URL, JWT_SECRET."
                        + " Wrong: DATABASE_URL, TENANT_SECRETS_ENCRYPTION_KEY."
                        + " More: schemawatch env --for test");
        assertThat(result.out())
                .contains("  missing  JWT_SECRET                     set nowhere")
                .doesNotContain("CANARY");
    }

    @Test
    void an_empty_variable_of_the_process_hides_the_file() {
        complete().variable("JWT_SECRET", "");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("process environment: error missing-env-variable: JWT_SECRET is set and empty");
    }

    @Test
    void a_value_of_the_process_is_judged_and_what_it_hides_is_not() {
        complete().file(".env", "DATABASE_CONNECTION_LIMIT=undefined\n");
        command.run("env", "--for", "test").endsWith(ExitStatus.CLEAN);
        command.variable("DATABASE_CONNECTION_LIMIT", "undefined");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(
                        "process environment: error placeholder-in-env-value: the value of DATABASE_CONNECTION_LIMIT");
    }

    @Test
    void what_the_example_shows_and_nothing_sets_is_missing() {
        complete().file(".env.example", "MAIL_HOST=localhost\nSENTRY_DSN=\n");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .err())
                .contains("Missing: MAIL_HOST, SENTRY_DSN.");
        command.file(".env", "MAIL_HOST=localhost\nSENTRY_DSN=\n");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("warning env-lacks-example-variable: .env.example shows variables that are not set here:"
                        + " MAIL_HOST, SENTRY_DSN");
    }

    @Test
    void leaves_out_what_an_application_of_another_name_reads() {
        complete().file(".env.local", "JWT_SECRET=null\n").file(".env.production", "JWT_SECRET=null\n");
        command.run("env", "--for", "test").endsWith(ExitStatus.CLEAN);
        assertThat(command.run("env", "--for", "production")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .startsWith("Environment for production: the process, then .env.local, .env.production\n")
                .contains(".env.local:1:1: error placeholder-in-env-value");
    }

    @Test
    void reads_the_name_from_the_process() {
        complete().variable("NODE_ENV", "test");
        assertThat(command.run("env").endsWith(ExitStatus.CLEAN).out()).startsWith("Environment for test: ");
    }

    @Test
    void reads_one_file_of_any_name() {
        command.file(
                "config/docker.env",
                "DATABASE_URL=postgresql://db/shop\nDIRECT_URL=postgresql://db/shop\nJWT_SECRET=x");
        assertThat(command.run("env", "--for", "config/docker.env")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .startsWith("Environment for config/docker.env: the process, then config/docker.env\n");
    }

    @Test
    void needs_no_schema() throws IOException {
        Files.delete(folder.resolve("prisma/schema.prisma"));
        command.file(".env.test", "JWT_SECRET=x\nDATABASE_CONNECTION_LIMIT=1\n")
                .run("env", "--for", "test")
                .endsWith(ExitStatus.CLEAN);
    }

    @Test
    void an_annotation_of_what_is_in_no_file_names_none() {
        command.variable("DATABASE_CONNECTION_LIMIT", "0");
        assertThat(command.run("env", "--format", "github").out())
                .contains("::error title=env-integer-out-of-range::")
                .doesNotContain("file=process");
    }

    @Test
    void needs_what_a_generator_reads() {
        command.file("prisma/schema.prisma", """
                generator client {
                  provider = "prisma-client"
                  output   = env("CLIENT_FOLDER")
                }
                """);

        CommandHarness.Result result = command.run("env", "--for", "development");
        assertThat(result.out())
                .contains("CLIENT_FOLDER is not set: prisma generate reads output of generator client from it");
        assertThat(result.err()).contains("CLIENT_FOLDER");
        assertThat(command.variable("CLIENT_FOLDER", "generated")
                        .run("env", "--for", "development")
                        .out())
                .doesNotContain("CLIENT_FOLDER is not set");
    }

    @Test
    void refuses_a_name_that_no_file_has() {
        assertThat(complete()
                        .run("env", "--for", "tset")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("neither a file .env.tset nor one .env.tset.local");
        assertThat(command.run("env", "--for", ".env.tset")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("there is no file .env.tset");
        command.run("env", "--for", "../.env").endsWith(ExitStatus.USAGE);
    }

    @Test
    void writes_the_same_formats_as_check() throws IOException {
        CommandHarness.Result result =
                command.run("env", "--for", "test", "--format", "json").endsWith(ExitStatus.FINDINGS);
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.at("/command").asText()).isEqualTo("env");
        assertThat(report.at("/findings").findValuesAsText("rule")).containsOnly("missing-env-variable");
    }

    @Test
    void each_target_has_a_comment_of_its_own() throws IOException {
        command.file(".env.test", "").file(".env.staging", "");
        assertThat(command.run("env", "--for", ".env.test", "--format", "markdown")
                        .out())
                .startsWith("<!-- schemawatch:env@.env.test -->\n### Schemawatch env for .env.test: ");
        assertThat(command.run("env", "--for", ".env.staging", "--format", "markdown")
                        .out())
                .startsWith("<!-- schemawatch:env@.env.staging -->\n");
        assertThat(new ObjectMapper()
                        .readTree(command.run("env", "--for", ".env.staging", "--format", "sarif")
                                .out())
                        .at("/runs/0/automationDetails/id")
                        .asText())
                .contains("schemawatch/env-.env.staging/");
    }

    @Test
    void warns_where_tests_would_run_on_production() {
        complete().variable("DATABASE_URL", "postgresql://app@db.prod.example.com/shop");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("warning production-host-in-development");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFJWT_SECRET=x\r\nDATABASE_CONNECTION_LIMIT=1\r\n",
                "JWT_SECRET=x\rDATABASE_CONNECTION_LIMIT=1\r"
            })
    void reads_byte_order_marks_and_any_line_ends(String text) {
        urls().file(".env.test", text).run("env", "--for", "test").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void says_what_is_wrong_with_a_file_that_is_no_text() throws IOException {
        urls();
        Files.write(folder.resolve(".env.test"), "\uFEFFJWT_SECRET=x".getBytes(StandardCharsets.UTF_16LE));
        CommandHarness.Result result = command.run("env", "--for", "test").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .contains(".env.test: error unreadable-file: the file is UTF-16 text; save it as UTF-8");
        assertThat(result.err()).contains("Wrong: .env.test.");
        assertThat(command.run("env", "--for", ".env.test")
                        .endsWith(ExitStatus.FAILED)
                        .err())
                .contains(".env.test is UTF-16 text; save it as UTF-8.");
    }

    @Test
    void calls_nothing_missing_that_a_file_may_set_which_it_could_not_read() throws IOException {
        urls();
        Files.write(folder.resolve(".env.test"), "JWT_SECRET=x".getBytes(StandardCharsets.UTF_16LE));
        CommandHarness.Result result = command.run("env", "--for", "test").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .contains(
                        "unknown  JWT_SECRET    perhaps in .env.test, which could not be read",
                        "Not checked: missing-env-variable (.env.test could not be read, and may set JWT_SECRET)")
                .doesNotContain("set nowhere", "error missing-env-variable");
        assertThat(result.err()).doesNotContain("Missing:");
    }

    @Test
    void knows_utf_16_without_a_byte_order_mark() throws IOException {
        urls();
        Files.write(folder.resolve(".env.test"), "JWT_SECRET=x\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(".env.test: error unreadable-file: the file is UTF-16 text; save it as UTF-8");
    }

    @Test
    void says_that_a_schema_could_not_be_read() throws IOException {
        complete();
        Files.write(folder.resolve("prisma/schema.prisma"), SCHEMA.getBytes(StandardCharsets.UTF_16LE));
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(
                        "prisma/schema.prisma: error unreadable-file: the file is UTF-16 text",
                        "Not checked: missing-env-variable");
    }

    @Test
    void says_that_a_schema_with_errors_hides_what_it_reads() {
        complete().file("prisma/schema.prisma", SCHEMA + "model {");
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("Not checked: missing-env-variable");
    }

    @Test
    void judges_what_prisma_reads_where_the_application_reads_something_else() {
        command.file(
                        ".env.local",
                        "DATABASE_URL=postgresql://app@localhost/shop\nDIRECT_URL=postgresql://app@localhost/shop\n")
                .file(".env", "JWT_SECRET=x\nDATABASE_URL=postgresql://app@undefined/shop\n");
        assertThat(command.run("env").endsWith(ExitStatus.FINDINGS).out())
                .contains(".env:2:1: error placeholder-in-env-value: the value of DATABASE_URL");
    }

    @Test
    void says_that_a_file_is_too_large() throws IOException {
        urls();
        Files.writeString(folder.resolve(".env.test"), "JWT_SECRET=x\n".repeat(1_600_000));
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(".env.test: error unreadable-file: the file is larger than 16 MiB");
    }

    @Test
    void reads_a_large_file_in_time() throws IOException {
        urls();
        StringBuilder text = new StringBuilder("JWT_SECRET=x\nDATABASE_CONNECTION_LIMIT=1\n");
        for (int i = 0; text.length() < 8_000_000; i++) {
            text.append("VARIABLE_")
                    .append(i)
                    .append("=${VARIABLE_")
                    .append(i / 2)
                    .append(":-value}\n");
        }
        Files.writeString(folder.resolve(".env.test"), text);
        command.run("env", "--for", "test").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void warns_of_a_folder_in_the_place_of_a_file() throws IOException {
        complete();
        Files.createDirectories(folder.resolve(".env/bin"));
        Files.createDirectories(folder.resolve(".env.d"));
        String warning = ".env: warning unreadable-file: the file is a folder, not a file; put a file in its place";
        assertThat(command.run("env", "--for", "test")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains(warning);
        assertThat(command.run("check").out()).contains(warning).doesNotContain(".env.d");
        assertThat(command.run("env", "--for", ".env")
                        .endsWith(ExitStatus.FAILED)
                        .err())
                .contains(".env is a folder, not a file");
    }

    @Test
    void prints_no_control_characters_of_a_name() {
        complete().file(".env.te\u001B[31mst", "A\u202E=1\n").file(".env", "A\u001B]0;x\u0007=1\nB=[object Object]\n");
        CommandHarness.Result result = command.run("env", "--for", "test").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out() + result.err()).doesNotContain("\u001B", "\u0007", "\u202E");
    }

    private CommandHarness complete() {
        return urls().file(".env.test", "JWT_SECRET=x\nDATABASE_CONNECTION_LIMIT=1\n");
    }

    private CommandHarness urls() {
        return command.variable("DATABASE_URL", "postgresql://app@localhost/shop")
                .variable("DIRECT_URL", "postgresql://app@localhost/shop");
    }
}
