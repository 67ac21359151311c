package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.report.Run.Status;
import dev.schemawatch.support.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/report");
    private static final Duration ELAPSED = OutcomeFixtures.ELAPSED;

    private static final Run CHECK = OutcomeFixtures.run("check", Status.FINDINGS, OutcomeFixtures.findings());
    private static final Run DRIFT = OutcomeFixtures.run("drift", Status.FAILED, OutcomeFixtures.drift());

    @Test
    void check_with_findings_as_text() {
        golden("check-findings.txt", new TextReport(Paint.PLAIN).check(OutcomeFixtures.findings(), ELAPSED));
    }

    @Test
    void check_without_findings_as_text() {
        golden("check-clean.txt", new TextReport(Paint.PLAIN).check(OutcomeFixtures.clean(), ELAPSED));
    }

    @Test
    void check_with_findings_as_json() {
        golden("check-findings.json", json("check", Status.FINDINGS, OutcomeFixtures.findings()));
    }

    @Test
    void a_run_that_could_not_do_its_job_as_json() {
        golden("failed.json", new JsonReport().of(OutcomeFixtures.failedRun("No Prisma schema found in /app.")));
    }

    @Test
    void drift_as_text() {
        golden("drift.txt", new TextReport(Paint.PLAIN).drift(OutcomeFixtures.drift(), ELAPSED));
    }

    @Test
    void drift_as_json() {
        golden("drift.json", json("drift", Status.FAILED, OutcomeFixtures.drift()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void check_with_findings_in_every_other_format(String file, Report report) {
        golden("check-findings." + file, report.of(CHECK));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void drift_in_every_other_format(String file, Report report) {
        golden("drift." + file, report.of(DRIFT));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_run_that_could_not_do_its_job_in_every_other_format(String file, Report report) {
        golden(
                "failed." + file,
                report.of(OutcomeFixtures.failedRun("No Prisma schema found in /app.\nName it with --schema.")));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("ndjson", new NdjsonReport()),
                Arguments.of("sarif", new SarifReport()),
                Arguments.of("junit.xml", new JunitReport()),
                Arguments.of("github", new GithubReport(GithubReport.OF_A_STEP)),
                Arguments.of("gitlab.json", new GitlabReport()),
                Arguments.of("md", new MarkdownReport(MarkdownReport.COMMENT)));
    }

    @Test
    void json_can_be_read_back_with_the_names_as_they_are() throws Exception {
        JsonNode report = new ObjectMapper().readTree(json("drift", Status.FAILED, OutcomeFixtures.drift()));
        assertThat(report.at("/databases/0/differences/1/object/member").asText())
                .isEqualTo("total\u202E");
        assertThat(report.at("/retryable").asBoolean()).isTrue();
    }

    @Test
    void colours_change_no_word() {
        String plain = new TextReport(Paint.PLAIN).drift(OutcomeFixtures.drift(), ELAPSED);
        String coloured = new TextReport(Paint.COLOURS).drift(OutcomeFixtures.drift(), ELAPSED);
        assertThat(coloured).contains("\u001B[31merror\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    private static String json(String command, Status status, Outcome outcome) {
        return new JsonReport().of(OutcomeFixtures.run(command, status, outcome));
    }

    private static void golden(String file, String actual) {
        Golden.assertMatches(FOLDER.resolve(file), actual);
    }
}
