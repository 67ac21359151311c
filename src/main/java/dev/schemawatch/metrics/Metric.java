package dev.schemawatch.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.List;
import java.util.function.Supplier;

/**
 * The descriptor of a metric: what is registered, and what its line of documentation says.
 *
 * @param name as Micrometer has it; the exporter adds the unit, and {@code _total} to a counter
 * @param unit base unit, or the empty string
 * @param labels names with their closed set of values
 */
public record Metric(String name, Kind kind, String unit, List<Label> labels, String help) {
    public Metric {
        labels = List.copyOf(labels);
    }

    /** What a metric's value can do. */
    public enum Kind {
        GAUGE,
        COUNTER,
        HISTOGRAM
    }

    /**
     * A label.
     *
     * @param values every value it can have, in words
     */
    public record Label(String name, String values) {}

    static Metric gauge(String name, String unit, String help, Label... labels) {
        return new Metric(name, Kind.GAUGE, unit, List.of(labels), help);
    }

    static Metric counter(String name, String help, Label... labels) {
        return new Metric(name, Kind.COUNTER, "", List.of(labels), help);
    }

    static Metric histogram(String name, String help, Label... labels) {
        return new Metric(name, Kind.HISTOGRAM, "seconds", List.of(labels), help);
    }

    /** The name that Prometheus sees. */
    public String exportedName() {
        String base = name.replace('.', '_');
        return switch (kind) {
            case GAUGE, HISTOGRAM -> unit.isEmpty() ? base : base + "_" + unit;
            case COUNTER -> base + "_total";
        };
    }

    /** A gauge whose series come and go. */
    MultiGauge rows(MeterRegistry registry) {
        MultiGauge.Builder builder = MultiGauge.builder(name).description(help);
        return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }

    /** A gauge with one value, asked for at each scrape. */
    void value(MeterRegistry registry, Supplier<Number> value, String... tags) {
        Gauge.Builder<?> builder =
                Gauge.builder(name, value).description(help).tags(tags).strongReference(true);
        (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }
}
