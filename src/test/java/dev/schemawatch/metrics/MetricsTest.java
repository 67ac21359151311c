package dev.schemawatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.support.Golden;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RunMetrics runs = new RunMetrics(registry);
    private final FindingMetrics findings = new FindingMetrics(registry);
    private final DriftMetrics drift = new DriftMetrics(registry);
    private final WatchMetrics watching = new WatchMetrics(registry);
    private final AlertMetrics alerts = new AlertMetrics(registry);

    @Test
    void the_page_lists_every_metric() {
        Golden.assertMatches(Path.of("src/site/markdown/metrics.md"), MetricsPage.markdown());
    }

    @Test
    void a_scrape_has_exactly_the_names_of_the_page() {
        fill();

        String scrape = registry.scrape();

        assertThat(Pattern.compile("(?m)^# TYPE (schemawatch_\\w+) ")
                        .matcher(scrape)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !name.endsWith("_max")))
                .containsExactlyInAnyOrderElementsOf(MetricsPage.names());
    }

    @Test
    void known_findings_are_exported_as_0_from_the_start() {
        assertThat(registry.scrape())
                .contains(
                        "schemawatch_findings{severity=\"error\",} 0.0",
                        "schemawatch_findings{severity=\"info\",} 0.0");
    }

    @Test
    void findings_that_are_gone_count_no_more() {
        findings.show(outcome(Map.of(), finding()));
        findings.show(outcome(Map.of()));

        assertThat(registry.scrape()).contains("schemawatch_findings{severity=\"error\",} 0.0");
    }

    @Test
    void a_look_that_failed_keeps_the_drift_of_the_last_one() {
        drift.show(outcome(Map.of("main", drifted(2))), NOW);
        drift.looked("main", new Unavailable(Reason.CONNECT, "away"));
        drift.show(outcome(Map.of("main", new DatabaseOutcome.NotCompared(Reason.CONNECT, "away"))), LATER);

        assertThat(registry.scrape())
                .contains(
                        "schemawatch_drift_findings{database=\"main\",kind=\"table\",severity=\"error\",} 2.0",
                        "schemawatch_database_up{database=\"main\",} 0.0");
    }

    @Test
    void drift_has_the_time_when_it_was_first_seen() {
        drift.show(outcome(Map.of("main", drifted(1))), NOW);
        drift.show(outcome(Map.of("main", drifted(2))), LATER);

        assertThat(registry.scrape())
                .contains("schemawatch_drift_since_timestamp_seconds{database=\"main\",} 1.767323045E9");
    }

    @Test
    void without_drift_there_is_no_time_of_it() {
        drift.show(outcome(Map.of("main", drifted(1))), NOW);
        drift.show(outcome(Map.of("main", drifted(0))), LATER);

        assertThat(registry.scrape())
                .doesNotContain("schemawatch_drift_since_timestamp_seconds{")
                .contains("schemawatch_drift_findings{database=\"main\",kind=\"table\",severity=\"error\",} 0.0");
    }

    @Test
    void a_database_that_is_no_longer_watched_has_no_series() {
        drift.show(outcome(Map.of("old", drifted(1))), NOW);
        drift.show(outcome(Map.of("main", drifted(0))), LATER);

        assertThat(registry.scrape()).doesNotContain("database=\"old\"");
    }

    @Test
    void the_number_of_series_does_not_grow_with_the_database() {
        fill();
        drift.show(outcome(Map.of("main", drifted(10_000))), NOW);

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("schemawatch_")))
                .hasSizeLessThanOrEqualTo(250);
    }

    @Test
    void a_check_that_never_succeeded_has_the_start_as_its_last_success() {
        runs.started("1.0", NOW, Duration.ofSeconds(30), List.of("main"));
        runs.looked("main", new DatabaseOutcome.NotCompared(Reason.AUTH, "no"), Duration.ofMillis(3), LATER);

        assertThat(registry.scrape())
                .contains(
                        "schemawatch_check_last_success_timestamp_seconds{check=\"drift\",database=\"main\",} 1.767323045E9",
                        "schemawatch_check_failures_total{check=\"drift\",reason=\"auth\",} 1.0");
    }

    @Test
    void migrations_that_cannot_be_read_are_not_counted_and_said_to_be_unreadable() {
        drift.show(
                outcome(Map.of(
                        "main",
                        new DatabaseOutcome.Compared("17.2", List.of(), new History.Unreadable<>("no"), List.of(), 1))),
                NOW);

        assertThat(registry.scrape())
                .contains("schemawatch_migrations_readable{database=\"main\",} 0.0")
                .doesNotContain("schemawatch_migrations{");
    }

    private void fill() {
        runs.started("1.0", NOW, Duration.ofSeconds(30), List.of("main"));
        runs.filesChecked(Duration.ofMillis(7), NOW);
        runs.published(Duration.ofMillis(20));
        watching.missed();
        alerts.show(1, 1);
        drift.looked("main", new Unavailable(Reason.CONNECT, "away"));
        drift.show(outcome(Map.of("main", drifted(1))), NOW);
    }

    private static Outcome outcome(Map<String, DatabaseOutcome> databases, Finding... findings) {
        return new Outcome(List.of(findings), List.of(), List.of(), new TreeMap<>(databases));
    }

    private static Finding finding() {
        return new Finding("rule", Severity.ERROR, Location.InFile.whole("a"), "subject", "message");
    }

    private static DatabaseOutcome drifted(int tables) {
        List<String> none = List.of();
        return new DatabaseOutcome.Compared(
                "17.2",
                new ArrayList<>(IntStream.range(0, tables)
                        .mapToObj(number -> table("t" + number))
                        .toList()),
                new History.Read<>(new HistoryVerdict(none, none, none, none, none, none)),
                List.of(),
                tables);
    }

    private static DriftFinding table(String name) {
        return new DriftFinding(
                new Difference(
                        SchemaObject.of(ObjectKind.TABLE, new QualifiedName("public", name)),
                        Verdict.MISSING,
                        Weight.BREAKING,
                        Optional.empty(),
                        "table",
                        "",
                        Optional.empty()),
                Severity.ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
