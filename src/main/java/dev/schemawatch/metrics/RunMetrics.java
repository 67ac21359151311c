package dev.schemawatch.metrics;

import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often the checks ran, how long they took, and when they last came to a result. Belongs to the loop's thread. */
@Singleton
public final class RunMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };
    private static final Metric.Label CHECK = new Metric.Label("check", "files, drift");
    private static final Metric.Label DATABASE = new Metric.Label("database", "configured name; empty for files");

    private static final Metric BUILD =
            Metric.gauge("schemawatch.build.info", "", "Build information; 1", new Metric.Label("version", "one"));
    private static final Metric START =
            Metric.gauge("schemawatch.start.time", "seconds", "Unix time of the start of the daemon");
    private static final Metric CHECKS = Metric.counter("schemawatch.checks", "Checks started", CHECK);
    private static final Metric FAILURES = Metric.counter(
            "schemawatch.check.failures",
            "Checks that ended without a result",
            CHECK,
            new Metric.Label(
                    "reason",
                    "connect, auth, timeout, lock_timeout, permission, not_postgresql, configuration, schema, internal"));
    private static final Metric SKIPPED = Metric.counter(
            "schemawatch.checks.skipped", "Checks not run", CHECK, new Metric.Label("reason", "unchanged"));
    private static final Metric DURATION = Metric.histogram("schemawatch.check.duration", "Duration of a check", CHECK);
    private static final Metric CHANGE_TO_RESULT =
            Metric.histogram("schemawatch.change.to.result", "From the last change of a file to the published result");
    private static final Metric LAST_SUCCESS = Metric.gauge(
            "schemawatch.check.last.success.timestamp",
            "seconds",
            "Time of the last check with a result; the start of the daemon before the first",
            CHECK,
            DATABASE);
    private static final Metric INTERVAL =
            Metric.gauge("schemawatch.check.interval", "seconds", "Configured interval between two looks", CHECK);

    /** What this family exports. */
    public static final List<Metric> ALL =
            List.of(BUILD, START, CHECKS, FAILURES, SKIPPED, DURATION, CHANGE_TO_RESULT, LAST_SUCCESS, INTERVAL);

    private final MeterRegistry registry;
    private final MultiGauge lastSuccess;
    private final SortedMap<String, Instant> databases = new TreeMap<>();
    private Instant files = Instant.EPOCH;

    /** Counters of file checks are exported from the start, as 0. */
    public RunMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lastSuccess = LAST_SUCCESS.rows(registry);
        counter(CHECKS, "check", "files");
        counter(SKIPPED, "check", "files", "reason", "unchanged");
        counter(FAILURES, "check", "files", "reason", "internal");
        timer(DURATION, "check", "files");
        timer(CHANGE_TO_RESULT);
    }

    /** The daemon starts; {@code watched} are the names of its databases. */
    public void started(String version, Instant now, Duration interval, List<String> watched) {
        BUILD.value(registry, () -> 1, "version", version);
        START.value(registry, now::getEpochSecond);
        files = now;
        watched.forEach(database -> databases.put(database, now));
        if (!watched.isEmpty()) {
            INTERVAL.value(registry, () -> interval.toMillis() / 1000.0, "check", "drift");
            counter(CHECKS, "check", "drift");
            for (DatabaseState.Reason reason : DatabaseState.Reason.values()) {
                counter(FAILURES, "check", "drift", "reason", token(reason));
            }
            timer(DURATION, "check", "drift");
        }
        showLastSuccess();
    }

    /** The files were checked. */
    public void filesChecked(Duration took, Instant now) {
        counter(CHECKS, "check", "files").increment();
        timer(DURATION, "check", "files").record(took);
        files = now;
        showLastSuccess();
    }

    /** A change of files led to a published result. */
    public void published(Duration sinceChange) {
        timer(CHANGE_TO_RESULT).record(sinceChange);
    }

    /** Files changed, and nothing that a check reads is different. */
    public void filesUnchanged() {
        counter(SKIPPED, "check", "files", "reason", "unchanged").increment();
    }

    /** A run broke. */
    public void filesFailed() {
        counter(CHECKS, "check", "files").increment();
        counter(FAILURES, "check", "files", "reason", "internal").increment();
    }

    /**
     * A database was looked at.
     *
     * @param outcome what the look came to: a database that was reached and not compared is a failure too
     */
    public void looked(String database, DatabaseOutcome outcome, Duration took, Instant now) {
        counter(CHECKS, "check", "drift").increment();
        timer(DURATION, "check", "drift").record(took);
        switch (outcome) {
            case DatabaseOutcome.Compared _ -> databases.put(database, now);
            case DatabaseOutcome.NotCompared unseen ->
                counter(FAILURES, "check", "drift", "reason", token(unseen.reason()))
                        .increment();
        }
        showLastSuccess();
    }

    private void showLastSuccess() {
        List<Row<?>> rows = new ArrayList<>();
        rows.add(Row.of(Tags.of("check", "files", "database", ""), files.getEpochSecond()));
        databases.forEach(
                (name, at) -> rows.add(Row.of(Tags.of("check", "drift", "database", name), at.getEpochSecond())));
        lastSuccess.register(rows, true);
    }

    private Counter counter(Metric metric, String... tags) {
        return Counter.builder(metric.name())
                .description(metric.help())
                .tags(tags)
                .register(registry);
    }

    private Timer timer(Metric metric, String... tags) {
        return Timer.builder(metric.name())
                .description(metric.help())
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String token(DatabaseState.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
