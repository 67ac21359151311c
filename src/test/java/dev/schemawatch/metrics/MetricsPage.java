package dev.schemawatch.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that lists every metric, made from the descriptors that register them. */
final class MetricsPage {
    private MetricsPage() {}

    /** Every metric of ours, by family. */
    static List<Metric> all() {
        return Stream.of(RunMetrics.ALL, WatchMetrics.ALL, FindingMetrics.ALL, DriftMetrics.ALL, AlertMetrics.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Their names as Prometheus sees them. */
    static List<String> names() {
        return all().stream().map(Metric::exportedName).toList();
    }

    /** The page as Markdown. */
    static String markdown() {
        return """
                # Metrics

                The daemon serves these at `/q/metrics`, by default on http://127.0.0.1:9464. Labels are closed sets; names of tables,
                files and people never become one. The process, the JVM and the HTTP server have the metrics that Micrometer gives them.

                Drift is looked for on a timer, not at the scrape, so its gauges show the last comparison. While a database cannot be
                looked at they keep their values: watch `schemawatch_database_up` and the last success beside them.

                | Name | Kind | Labels | Meaning |
                |---|---|---|---|
                """ + all().stream().map(MetricsPage::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        String labels = metric.labels().stream()
                .map(label -> "`%s`: %s".formatted(label.name(), label.values()))
                .collect(Collectors.joining("; "));
        return "| `%s` | %s | %s | %s |%n"
                .formatted(metric.exportedName(), metric.kind().name().toLowerCase(Locale.ROOT), labels, metric.help())
                .replace(System.lineSeparator(), "\n");
    }
}
