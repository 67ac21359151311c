package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the reports of a command go, and that they are there also when it could not do its job. */
@Tag("program")
class ReportsTest {
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

    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
    }

    @Test
    void writes_several_reports_at_once_and_the_folders_above_them() throws IOException {
        CommandHarness.Result result = broken().run(
                        "check",
                        "--output",
                        "sarif=reports/deep/check.sarif",
                        "--output=junit=reports/check.xml",
                        "--output",
                        "markdown=-")
                .endsWith(ExitStatus.FINDINGS);
        assertThat(result.out()).startsWith("<!-- schemawatch:check -->\n").contains("empty-migration-folder");
        assertThat(json("reports/deep/check.sarif")
                        .at("/runs/0/results/0/ruleId")
                        .asText())
                .isEqualTo("empty-migration-folder");
        assertThat(Files.readString(folder.resolve("reports/check.xml"))).contains("<failure ");
        try (Stream<Path> all = Files.list(folder.resolve("reports"))) {
            assertThat(all.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("check.xml", "deep");
        }
    }

    @Test
    void replaces_a_report_and_leaves_a_link_a_link() throws IOException {
        broken().file("elsewhere/old.json", "an older and much longer report than the one to come".repeat(100));
        Files.createSymbolicLink(folder.resolve("link.json"), Path.of("elsewhere/old.json"));
        command.run("check", "--output", "json=link.json").endsWith(ExitStatus.FINDINGS);
        assertThat(folder.resolve("link.json")).isSymbolicLink();
        assertThat(json("elsewhere/old.json").at("/status").asText()).isEqualTo("findings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"})
    void no_report_shows_a_secret_of_a_statement(String format) {
        command.file("prisma/schema.prisma", SCHEMA).file("prisma/migrations/20260101000000_init/migration.sql", """
                        CREATE ROLE IF NOT EXISTS app PASSWORD 'canary-7f3a';
                        """);

        CommandHarness.Result result = command.run("check", "--format", format).endsWith(ExitStatus.FINDINGS);

        assertThat(result.out()).contains("invalid-sql", "CREATE ROLE").doesNotContain("canary");
    }

    @Test
    void a_file_has_no_colours_where_standard_output_has() {
        String out =
                broken().run("check", "--color", "--output", "text=check.txt").out();
        assertThat(out).contains("\u001B[");
        assertThat(folder.resolve("check.txt"))
                .content()
                .contains("empty-migration-folder")
                .doesNotContain("\u001B");
    }

    @Test
    void finds_files_where_it_works() {
        new CommandHarness(folder.resolve("below")).file("prisma/schema.prisma", SCHEMA);
        command.run("-C", "below", "check", "--exit-zero", "--output", "json=out.json")
                .endsWith(ExitStatus.CLEAN);
        assertThat(folder.resolve("below/out.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "prisma/schema.prisma/report.json", "/proc/nowhere/report.json"})
    void ends_with_1_and_a_sentence_when_a_report_cannot_be_written(String target) {
        assumeThat(Files.exists(Path.of("/proc")) || !target.startsWith("/proc"))
                .isTrue();
        CommandHarness.Result result =
                broken().run("check", "--output", "json=" + target).endsWith(ExitStatus.FAILED);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("--output: ")
                .endsWith(".");
        assertThat(result.out()).contains("empty-migration-folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sarif", "sarif=", "pdf=x", "=x"})
    void answers_an_output_that_cannot_be_understood_with_64(String output) {
        assertThat(broken().run("check", "--output", output)
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .startsWith("--output: ");
    }

    @Test
    void answers_two_reports_for_one_place_with_64() {
        broken();
        List.of(
                        List.of("--format", "json", "--output", "sarif=-"),
                        List.of("--output", "json=-", "--output", "sarif=-"),
                        List.of("--output", "json=a", "--output", "sarif=./a"))
                .forEach(options -> command.run(Stream.concat(Stream.of("check"), options.stream())
                                .toArray(String[]::new))
                        .endsWith(ExitStatus.USAGE));
    }

    @Test
    void a_run_without_a_schema_is_a_failed_run_in_every_report() throws IOException {
        CommandHarness.Result result = command.run(
                        "check",
                        "--format=json",
                        "--output=sarif=a.sarif",
                        "--output=junit=a.xml",
                        "--output=markdown=a.md",
                        "--output=gitlab=a.gitlab.json",
                        "--output=ndjson=a.ndjson",
                        "--output=text=a.txt")
                .endsWith(ExitStatus.CONFIGURATION);
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.at("/status").asText()).isEqualTo("failed");
        assertThat(report.at("/message").asText()).startsWith("No Prisma schema found");
        assertThat(result.err()).startsWith("No Prisma schema found");
        assertThat(json("a.sarif")
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean(true))
                .isFalse();
        assertThat(Files.readString(folder.resolve("a.xml"))).contains("errors=\"1\"", "<error ");
        assertThat(Files.readString(folder.resolve("a.md"))).contains("could not do its job");
        assertThat(json("a.gitlab.json").at("/0/severity").asText()).isEqualTo("blocker");
        assertThat(Files.readString(folder.resolve("a.ndjson"))).contains("\"status\":\"failed\"");
        assertThat(Files.readString(folder.resolve("a.txt"))).startsWith("No Prisma schema found");
    }

    @Test
    void a_run_with_a_configuration_that_cannot_be_used_is_a_failed_run_too() throws IOException {
        broken().file("schemawatch.yaml", "shema: x\n");
        CommandHarness.Result result = command.run("check", "--format=json").endsWith(ExitStatus.CONFIGURATION);
        assertThat(new ObjectMapper().readTree(result.out()).at("/message").asText())
                .contains("There is no key shema");
    }

    @Test
    void a_database_that_cannot_be_looked_at_is_never_no_drift() throws IOException {
        command.file("prisma/schema.prisma", SCHEMA)
                .variable("DATABASE_URL", "postgresql://postgres:canary@127.0.0.1:1/app")
                .run("drift", "--output=sarif=a.sarif", "--output=junit=a.xml", "--output=markdown=a.md")
                .endsWith(ExitStatus.FAILED);
        JsonNode invocation = json("a.sarif").at("/runs/0/invocations/0");
        assertThat(invocation.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
                .contains("nothing is known about drift");
        assertThat(Files.readString(folder.resolve("a.xml"))).contains("<error ");
        assertThat(Files.readString(folder.resolve("a.md"))).contains("could not look at 1 database");
        try (Stream<Path> reports = Files.list(folder)) {
            assertThat(reports.filter(Files::isRegularFile))
                    .allSatisfy(report -> assertThat(report).content().doesNotContain("canary"));
        }
    }

    @Test
    void in_github_actions_people_read_text_and_the_runner_reads_annotations() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "what the step before said\n");
        String out = broken().variable("GITHUB_ACTIONS", "true")
                .variable("GITHUB_STEP_SUMMARY", summary.toString())
                .run("check")
                .endsWith(ExitStatus.FINDINGS)
                .out();
        String stopped = out.lines().findFirst().orElseThrow();
        assertThat(stopped).matches("::stop-commands::[a-z0-9-]{20,}");
        assertThat(out)
                .containsSubsequence(
                        "error empty-migration-folder: ",
                        "::" + stopped.substring("::stop-commands::".length()) + "::\n",
                        "::error file=prisma/migrations/20240201000000_lost,title=empty-migration-folder::");
        assertThat(summary)
                .content()
                .startsWith("what the step before said\n")
                .contains("### Schemawatch check: 1 error");
    }

    @Test
    void a_summary_that_is_full_stays_as_it_is() throws IOException {
        Path summary = Files.write(folder.resolve("summary.md"), new byte[1024 * 1024]);
        broken().variable("GITHUB_STEP_SUMMARY", summary.toString())
                .run("check", "--format=github")
                .endsWith(ExitStatus.FINDINGS);
        assertThat(summary).hasSize(1024 * 1024);
    }

    @Test
    void elsewhere_text_is_nothing_but_text() {
        assertThat(broken().run("check").endsWith(ExitStatus.FINDINGS).out()).doesNotContain("::");
    }

    @Test
    void paths_begin_at_the_top_of_the_checkout() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        new CommandHarness(folder.resolve("apps/api")).file("prisma/schema.prisma", SCHEMA + "model");
        String out =
                command.run("-C", "apps/api", "check", "--format", "github").out();
        assertThat(out).contains("::error file=apps/api/prisma/schema.prisma,line=9");
        command.run("-C", "apps/api", "check", "--output", "sarif=a.sarif");
        assertThat(json("apps/api/a.sarif")
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .startsWith("apps/api/prisma/");
    }

    private CommandHarness broken() {
        command.file("prisma/schema.prisma", SCHEMA)
                .file("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"User\" (id integer);");
        try {
            Files.createDirectories(folder.resolve("prisma/migrations/20240201000000_lost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return command;
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }
}
