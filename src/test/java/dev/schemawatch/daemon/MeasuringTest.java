package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.metrics.DriftMetrics;
import dev.schemawatch.metrics.FindingMetrics;
import dev.schemawatch.metrics.RunMetrics;
import dev.schemawatch.metrics.WatchMetrics;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the metrics say of looks at a database that answers. */
class MeasuringTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);
    private static final Instant LATER = Instant.ofEpochSecond(2_000);
    private static final String LAST_SUCCESS =
            "schemawatch_check_last_success_timestamp_seconds{check=\"drift\",database=\"main\",} ";
    private static final String FAILURES = "schemawatch_check_failures_total{check=\"drift\",reason=\"schema\",} ";

    @TempDir
    private Path folder;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RunMetrics runs = new RunMetrics(registry);
    private final Measuring measuring =
            new Measuring(runs, new WatchMetrics(registry), new FindingMetrics(registry), new DriftMetrics(registry));

    @Test
    void a_comparison_is_a_success() {
        look("model User {\n  id Int @id\n}\n");

        assertThat(registry.scrape()).contains(LAST_SUCCESS + "2000.0", FAILURES + "0.0");
    }

    @Test
    void a_look_that_could_not_be_compared_with_a_broken_schema_is_a_failure() {
        look("model User {\n  id Int @id\n");

        assertThat(registry.scrape())
                .contains(LAST_SUCCESS + "1000.0", FAILURES + "1.0", "schemawatch_database_up{database=\"main\",} 1.0")
                .doesNotContain("schemawatch_drift_findings{");
    }

    private void look(String models) {
        new TreeFixture(folder)
                .write("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n" + models);
        runs.started("1.0", START, Duration.ofSeconds(30), List.of("main"));
        Available answers = new Available(
                "17.2",
                new DatabaseSchema(
                        new TreeSet<>(List.of("public")),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new TreeMap<>()),
                new History.NoTable<>(),
                ExpressionComparer.NOBODY_TO_ASK,
                Optional.empty());
        RunLoop loop = new RunLoop(
                new WorkspaceScanner(ScanSettings.of(folder)),
                new Engine(List.of(), Checks.standard())::evaluate,
                _ -> {},
                List.of(measuring),
                new LoopProgress(),
                Clock.fixed(LATER, ZoneOffset.UTC));
        loop.post(new DaemonEvent.DatabasePolled(
                "main", new WatchedDatabase(Optional.empty(), "public", answers), Duration.ZERO));
        loop.post(new DaemonEvent.Stop());
        loop.run();
    }
}
