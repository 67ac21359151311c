package dev.schemawatch.metrics;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many findings there are in the working tree. */
@Singleton
public final class FindingMetrics {
    private static final Metric FINDINGS = Metric.gauge(
            "schemawatch.findings",
            "",
            "Current findings in the working tree",
            new Metric.Label("severity", "error, warning, info"));

    /** What this family exports. */
    public static final List<Metric> ALL = List.of(FINDINGS);

    private final Map<Severity, AtomicLong> findings = new EnumMap<>(Severity.class);

    /** Every severity is exported from the start, as 0. */
    public FindingMetrics(MeterRegistry registry) {
        for (Severity severity : Severity.values()) {
            AtomicLong count = new AtomicLong();
            findings.put(severity, count);
            FINDINGS.value(registry, count::get, "severity", severity.word());
        }
    }

    /** These findings are the current ones. */
    public void show(Outcome outcome) {
        findings.forEach((severity, count) -> count.set(outcome.findings().stream()
                .map(Finding::severity)
                .filter(severity::equals)
                .count()));
    }
}
