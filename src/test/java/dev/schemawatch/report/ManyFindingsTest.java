package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read by programs with limits stays within them, and says how much it leaves out. */
class ManyFindingsTest {

    @Test
    void annotates_ten_of_a_kind_the_gravest_first_and_counts_the_others() {
        List<String> lines =
                new GithubReport(GithubReport.OF_A_STEP).of(run(12, 3)).lines().toList();
        assertThat(lines.subList(0, 10)).allMatch(line -> line.startsWith("::error "));
        assertThat(lines.get(10)).startsWith("schemawatch: 2 more of severity error");
        assertThat(lines.subList(11, 14)).allMatch(line -> line.startsWith("::warning "));
        assertThat(lines).hasSize(14);
    }

    @Test
    void says_nothing_of_others_when_exactly_ten_are_annotated() {
        assertThat(new GithubReport(GithubReport.OF_A_STEP).of(run(10, 0)).lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("::error "));
    }

    @Test
    void a_comment_has_the_largest_size_that_is_taken_and_counts_what_does_not_fit() {
        String comment = new MarkdownReport(MarkdownReport.COMMENT).of(run(5_000, 0));
        assertThat(comment.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(MarkdownReport.COMMENT)
                .hasSizeGreaterThan(MarkdownReport.COMMENT - 1_000);
        long rows = comment.lines().filter(line -> line.startsWith("| ❌")).count();
        assertThat(comment).contains("… and " + (5_000 - rows) + " more");
    }

    @Test
    void sarif_keeps_the_gravest_of_what_github_would_refuse_and_says_so() throws Exception {
        JsonNode run = new ObjectMapper()
                .readTree(new SarifReport().of(run(20_000, 10_000)))
                .at("/runs/0");
        assertThat(run.at("/results")).hasSize(25_000);
        assertThat(run.at("/results/19999/level").asText()).isEqualTo("error");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .contains("25000 of 30000");
    }

    private static Run run(int errors, int warnings) {
        Stream<Finding> findings = Stream.concat(
                IntStream.range(0, warnings).mapToObj(i -> finding(Severity.WARNING, i)),
                IntStream.range(0, errors).mapToObj(i -> finding(Severity.ERROR, i)));
        Outcome outcome = OutcomeFixtures.outcome(findings.toList(), Map.of());
        return OutcomeFixtures.run("check", Status.FINDINGS, outcome);
    }

    private static Finding finding(Severity severity, int number) {
        return new Finding(
                "some-rule",
                severity,
                InFile.whole("prisma/schema.prisma"),
                "M" + number,
                "model M" + number + " is wrong");
    }
}
