package dev.schemawatch.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How many alerts are out, and how many were handed to the terminal. */
@Singleton
public final class AlertMetrics {
    private static final Metric ALERTS =
            Metric.gauge("schemawatch.alerts", "", "Alerts by state", new Metric.Label("state", "firing"));
    private static final Metric DELIVERIES = Metric.counter(
            "schemawatch.alert.deliveries", "Delivery attempts", new Metric.Label("channel", "terminal"));

    /** What this family exports. */
    public static final List<Metric> ALL = List.of(ALERTS, DELIVERIES);

    private final AtomicLong firing = new AtomicLong();
    private final Counter deliveries;

    /** Both are exported from the start, as 0. */
    public AlertMetrics(MeterRegistry registry) {
        ALERTS.value(registry, firing::get, "state", "firing");
        this.deliveries = Counter.builder(DELIVERIES.name())
                .description(DELIVERIES.help())
                .tags("channel", "terminal")
                .register(registry);
    }

    /** So many problems are out now, and so many alerts were sent to say so. */
    public void show(int problems, int sent) {
        firing.set(problems);
        deliveries.increment(sent);
    }
}
