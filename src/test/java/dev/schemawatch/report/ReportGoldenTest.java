package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.report.JsonReport.Status;
import dev.schemawatch.support.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/report");
    private static final Duration ELAPSED = Duration.ofMillis(31);
    private static final Instant STARTED = Instant.parse("2026-11-22T12:04:07.120Z");

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
    void drift_as_text() {
        golden("drift.txt", new TextReport(Paint.PLAIN).drift(OutcomeFixtures.drift(), ELAPSED));
    }

    @Test
    void drift_as_json() {
        golden("drift.json", json("drift", Status.FAILED, OutcomeFixtures.drift()));
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
        return new JsonReport("1.2.3").of(command, status, outcome, STARTED, ELAPSED);
    }

    private static void golden(String file, String actual) {
        Golden.assertMatches(FOLDER.resolve(file), actual);
    }
}
