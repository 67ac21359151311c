package dev.schemawatch.metrics;

import dev.schemawatch.watch.Noticed.Cause;
import dev.schemawatch.watch.WatchStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How the watching of files goes; the watcher counts, and is asked at each scrape. */
@Singleton
public final class WatchMetrics {
    private static final Metric DIRECTORIES =
            Metric.gauge("schemawatch.watch.directories", "", "Directories being watched");
    private static final Metric MODE = Metric.gauge(
            "schemawatch.watch.mode",
            "",
            "How changes are noticed now; 1 for the mode in force",
            new Metric.Label("mode", "events, polling, off"));
    private static final Metric EVENTS = Metric.counter(
            "schemawatch.watch.events",
            "File-system events received",
            new Metric.Label("outcome", "accepted, ignored, duplicate"));
    private static final Metric OVERFLOWS =
            Metric.counter("schemawatch.watch.overflows", "Event queue overflows, each followed by a rescan");
    private static final Metric RESCANS = Metric.counter(
            "schemawatch.watch.rescans",
            "Full reconciliations",
            new Metric.Label("reason", "start, overflow, watcher_lost, periodic"));
    private static final Metric MISSED = Metric.counter(
            "schemawatch.watch.missed.changes",
            "Changes that a periodic rescan found and no event announced; must stay 0");

    /** What this family exports. */
    public static final List<Metric> ALL = List.of(DIRECTORIES, MODE, EVENTS, OVERFLOWS, RESCANS, MISSED);

    private static final WatchStatus NOT_YET = new WatchStatus(WatchStatus.Mode.OFF, 0, 0, 0, 0, 0, Map.of());

    /** Held here because the registry holds it only weakly. */
    private final AtomicReference<Supplier<WatchStatus>> source = new AtomicReference<>(() -> NOT_YET);

    private final Counter missed;

    /** Everything is exported from the start, as 0. */
    public WatchMetrics(MeterRegistry registry) {
        this.missed = Counter.builder(MISSED.name()).description(MISSED.help()).register(registry);
        DIRECTORIES.value(registry, () -> status().directories());
        for (WatchStatus.Mode mode : WatchStatus.Mode.values()) {
            MODE.value(registry, () -> status().mode() == mode ? 1 : 0, "mode", token(mode));
        }
        count(registry, EVENTS, WatchStatus::accepted, "outcome", "accepted");
        count(registry, EVENTS, WatchStatus::ignored, "outcome", "ignored");
        count(registry, EVENTS, WatchStatus::duplicate, "outcome", "duplicate");
        count(registry, OVERFLOWS, WatchStatus::overflows);
        for (Cause cause : Cause.values()) {
            if (cause != Cause.CHANGE) {
                count(registry, RESCANS, each -> each.rescans().getOrDefault(cause, 0L), "reason", token(cause));
            }
        }
    }

    /** From now on this watcher is asked. */
    public void watch(Supplier<WatchStatus> watcher) {
        source.set(watcher);
    }

    /** A periodic rescan found a change that no event had announced. */
    public void missed() {
        missed.increment();
    }

    private WatchStatus status() {
        return source.get().get();
    }

    private void count(MeterRegistry registry, Metric metric, ToDoubleFunction<WatchStatus> number, String... tags) {
        FunctionCounter.builder(
                        metric.name(),
                        source,
                        held -> number.applyAsDouble(held.get().get()))
                .description(metric.help())
                .tags(tags)
                .register(registry);
    }

    private static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
