package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("program")
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CheckCommandTest {
    private static final String SCHEMA = "prisma/schema.prisma";
    private static final String GOOD = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id    Int    @id
              email String @unique
            }
            """;
    private static final String MIGRATION = "prisma/migrations/20240101000000_init/migration.sql";

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
    }

    @Test
    void leaves_old_migrations_alone_unless_all_are_wanted() {
        good().file("schemawatch.yaml", "safety:\n  start-after: '20240101000000'\n");
        command.file(MIGRATION, "CREATE TABLE a ();\nDROP DATABASE b;\n");
        command.run("check").endsWith(ExitStatus.CLEAN);
        CommandHarness.Result all = command.run("check", "--all").endsWith(ExitStatus.FINDINGS);
        assertThat(all.out()).contains("dropped-schema", "cannot-run-in-transaction");
    }

    @Test
    void ends_with_0_when_there_is_nothing_to_say() {
        CommandHarness.Result result = good().run("check").endsWith(ExitStatus.CLEAN);
        assertThat(result.out().lines()).last().asString().startsWith("No findings (");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void ends_with_2_for_an_error_and_names_rule_and_place() throws IOException {
        good();
        Files.createDirectories(folder.resolve("prisma/migrations/20240201000000_lost"));
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains("prisma/migrations/20240201000000_lost: error empty-migration-folder: ");
        command.run("check", "--exit-zero").endsWith(ExitStatus.CLEAN);
        command.run("check", "--fail-on", "never").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void follows_the_configuration_of_a_rule_of_the_readers_too() throws IOException {
        good();
        Files.writeString(folder.resolve(".env"), "TENANT_CACHE_SECONDS 60\n");
        Path config = folder.resolve("schemawatch.yaml");

        Files.writeString(config, "rules:\n  env-syntax: error\n");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out()).contains(".env:1:1: error env-syntax: ");
        Files.writeString(config, "rules:\n  env-syntax: off\n");
        assertThat(command.run("check").endsWith(ExitStatus.CLEAN).out()).doesNotContain("env-syntax");
    }

    @Test
    void does_not_let_an_invalid_schema_pass_by_configuration() throws IOException {
        good();
        command.file("schemawatch.yaml", "rules:\n  schema-relation: off\n");

        assertThat(command.run("check").endsWith(ExitStatus.CONFIGURATION).err())
                .contains("schemawatch.yaml:2:3: rules.schema-relation cannot be off: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "github", "gitlab", "sarif", "junit", "ndjson"})
    void shows_no_broken_setting_in_any_format(String format) {
        command.file(
                "prisma/schema.prisma",
                "datasource db {\n  provider \"canary1\"\n  url \"user:canary2@host\"\n  url canary3\n"
                        + "  directUrl: canary4\n  canary5@host\n}\n");
        command.file("prisma/more.prisma", "datasorce db {\n  url \"user:canary6@host\"\n}\n");

        command.file("schemawatch.yaml", "schema: prisma\n");

        CommandHarness.Result result = command.run("check", "--format", format).endsWith(ExitStatus.FINDINGS);

        assertThat(result.out() + result.err()).contains("schema-syntax").doesNotContainPattern("canary\\d");
    }

    @Test
    void does_not_fail_for_what_a_comment_suppresses_but_counts_and_lists_it() throws IOException {
        good();
        command.file("schemawatch.yaml", "tenant: { all-except: [] }\n");
        command.run("check").endsWith(ExitStatus.FINDINGS);
        Path schema = folder.resolve("prisma/schema.prisma");
        Files.writeString(
                schema,
                Files.readString(schema)
                        .replace(
                                "model User",
                                "/// schemawatch-ignore missing-tenant-field: users belong to all tenants\nmodel User"));

        assertThat(command.run("check").endsWith(ExitStatus.CLEAN).out()).contains("No findings, 1 suppressed (");
        assertThat(command.run("check", "--format", "json")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("\"reason\":\"users belong to all tenants\"");
    }

    @Test
    void does_not_pass_for_a_suppression_that_names_no_rule_there_is() throws IOException {
        good();
        Files.writeString(
                folder.resolve(".env"), "# schemawatch-ignore env-sintax: on purpose\nTENANT_CACHE_SECONDS=60\n");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(".env:1:1: error unknown-rule-in-suppression: ", "Did you mean env-syntax?");
    }

    @Test
    void switches_a_rule_of_taste_on_by_a_line_of_configuration() throws IOException {
        good();
        command.file("schemawatch.yaml", "rules: { unbounded-string: error }\n");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains("error unbounded-string: field email");
    }

    @Test
    void prints_nothing_but_json_when_asked_for_it() throws IOException {
        good();
        Files.createDirectories(folder.resolve("prisma/migrations/20240201000000_lost"));
        CommandHarness.Result result = command.run("check", "--format", "json").endsWith(ExitStatus.FINDINGS);
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.at("/status").asText()).isEqualTo("findings");
        assertThat(report.at("/findings/0/rule").asText()).isEqualTo("empty-migration-folder");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void says_where_a_schema_was_looked_for_when_there_is_none() {
        CommandHarness.Result result = command.run("check").endsWith(ExitStatus.CONFIGURATION);
        assertThat(result.err())
                .startsWith("No Prisma schema found in " + folder)
                .contains("prisma/schema.prisma", "package.json", "--schema");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void checks_every_schema_of_a_repository() {
        good().file("packages/a/prisma/schema.prisma", "model A { id Int @id")
                .file("packages/b/prisma/schema.prisma", "");
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains("packages/a/prisma/schema.prisma:1:")
                .contains("packages/b/prisma/schema.prisma: error missing-or-empty-schema");
    }

    @Test
    void reports_a_schema_that_was_named_and_is_not_there() {
        assertThat(good().run("check", "--schema", "other.prisma")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("other.prisma: error missing-or-empty-schema");
    }

    @Test
    void works_as_if_started_in_another_folder() {
        new CommandHarness(folder.resolve("below")).file(SCHEMA, GOOD).file(MIGRATION, "SELECT 1;");
        command.run("-C", "below", "check").endsWith(ExitStatus.CLEAN);
        assertThat(command.run("check", "-C", "nowhere")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("nowhere does not exist");
    }

    @Test
    void reports_all_problems_of_the_configuration_with_line_numbers() {
        good().file("schemawatch.yaml", "shema: x\nrules:\n  no-such-rule: off\ndrift: { interval: never }\n");
        CommandHarness.Result result = command.run("check").endsWith(ExitStatus.CONFIGURATION);
        assertThat(result.err().lines())
                .containsExactly(
                        "schemawatch.yaml:1:1: There is no key shema. Did you mean schema?",
                        "schemawatch.yaml:3:3: There is no rule no-such-rule.",
                        "schemawatch.yaml:4:20: drift.interval must be a duration from 1s to 24h.");
    }

    @Test
    void reports_invalid_utf_8() throws IOException {
        good();
        Files.write(folder.resolve(SCHEMA), new byte[] {'m', (byte) 0xE9, '\n'});
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ": error unreadable-file: ")
                .contains("UTF-8");
    }

    @Test
    void reports_a_file_that_is_too_large() throws IOException {
        good();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(SCHEMA).toFile(), "rw")) {
            file.setLength(16L * 1024 * 1024 + 1);
        }
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ": error unreadable-file: ")
                .contains("16 MiB");
    }

    @Test
    void does_not_wait_for_a_fifo() throws Exception {
        good();
        Files.delete(folder.resolve(SCHEMA));
        int made = new ProcessBuilder("mkfifo", folder.resolve(SCHEMA).toString())
                .start()
                .waitFor();
        assumeThat(made).as("mkfifo works here").isZero();
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ": error unreadable-file: ");
    }

    @Test
    void reports_a_file_that_must_not_be_read() throws IOException {
        good();
        Path schema = folder.resolve(SCHEMA);
        Files.setPosixFilePermissions(schema, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(schema)).as("permissions bind this user").isFalse();
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ": error unreadable-file: ");
    }

    @Test
    void prints_no_control_character_of_a_file_name() throws IOException {
        good();
        Files.createDirectories(folder.resolve("prisma/migrations/20240201000000_\u001B[2J"));
        assertThat(command.run("check").endsWith(ExitStatus.FINDINGS).out()).doesNotContain("\u001B");
    }

    /** The shell makes the folder, whatever the locale of this process is. */
    @Test
    void a_name_that_the_locale_cannot_say_is_no_internal_error() throws Exception {
        good();
        Path shell = Path.of("/bin/sh");
        assumeThat(shell).exists();
        String make = "mkdir -p prisma/migrations/20260101000000_gr\\303\\266sse";
        new ProcessBuilder(shell.toString(), "-c", "eval \"$(printf '" + make + "')\"")
                .directory(folder.toFile())
                .start()
                .waitFor();
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = Program.underTest().start(folder, Map.of("PATH", System.getenv("PATH")), out, err, "check");
        int code = process.waitFor();
        assertThat(Files.readString(err)).doesNotContain("Internal error");
        if (code == ExitStatus.FAILED.code()) {
            assertThat(Files.readString(err)).contains("LC_ALL=C.UTF-8");
        } else {
            assertThat(Files.readString(out)).contains("empty-migration-folder");
        }
    }

    @Test
    void shows_no_value_of_an_env_file() {
        good().file(".env", "DATABASE_URL=\"postgresql://u:canary@h/db\ncanary broken\nB=undefined-canary\n");
        for (String format : new String[] {"text", "json"}) {
            CommandHarness.Result result = command.run("check", "--format", format);
            assertThat(result.out() + result.err()).doesNotContain("canary@").doesNotContain("undefined-canary");
        }
    }

    private CommandHarness good() {
        return command.file(SCHEMA, GOOD)
                .file(MIGRATION, "CREATE TABLE \"User\" (id integer);")
                .file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    }
}
