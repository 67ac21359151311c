package dev.schemawatch.metrics;

import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.HistoryVerdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Drift and migrations per database. A database that could not be looked at keeps the values of the last look: 0 would say
 * that it does not drift. Only {@code database_up} falls, and the time of the last success stands still. Belongs to the loop's
 * thread.
 */
@Singleton
public final class DriftMetrics {
    private static final Metric.Label DATABASE = new Metric.Label("database", "configured name");
    private static final Metric.Label SEVERITY = new Metric.Label("severity", "error, warning, info");
    private static final Metric.Label KIND = new Metric.Label(
            "kind", "namespace, extension, enum, table, view, column, primary_key, index, foreign_key, sequence");

    private static final Metric DRIFT = Metric.gauge(
            "schemawatch.drift.findings",
            "",
            "Differences between live and expected schema (cached; see the last success)",
            DATABASE,
            SEVERITY,
            KIND);
    private static final Metric SINCE = Metric.gauge(
            "schemawatch.drift.since.timestamp",
            "seconds",
            "Time when the present drift was first seen; absent when there is none",
            DATABASE);
    private static final Metric UNKNOWN = Metric.gauge(
            "schemawatch.drift.objects.unknown",
            "",
            "Objects in both schemas of which it could not be decided whether they differ",
            DATABASE);
    private static final Metric OBJECTS = Metric.gauge(
            "schemawatch.database.objects", "", "Tables inspected", DATABASE, new Metric.Label("kind", "table"));
    private static final Metric UP = Metric.gauge(
            "schemawatch.database.up", "", "Whether the last look at the database succeeded, 0 or 1", DATABASE);
    private static final Metric MIGRATIONS = Metric.gauge(
            "schemawatch.migrations",
            "",
            "Migrations by state",
            DATABASE,
            new Metric.Label("state", "applied, pending, failed, rolled_back, unknown, edited"));

    private static final Metric HISTORY = Metric.gauge(
            "schemawatch.migrations.readable",
            "",
            "Whether the migrations of the database could be read, 0 or 1; a database without _prisma_migrations has none"
                    + " to read, which is 1",
            DATABASE);

    /** What this family exports. */
    public static final List<Metric> ALL = List.of(DRIFT, SINCE, UNKNOWN, OBJECTS, UP, MIGRATIONS, HISTORY);

    private final MultiGauge drift;
    private final MultiGauge since;
    private final MultiGauge unknown;
    private final MultiGauge objects;
    private final MultiGauge up;
    private final MultiGauge migrations;
    private final MultiGauge history;
    private final SortedMap<String, Seen> lastSeen = new TreeMap<>();
    private final SortedMap<String, Boolean> reachable = new TreeMap<>();

    /** Nothing is exported before a database was looked at: nothing is known. */
    public DriftMetrics(MeterRegistry registry) {
        this.drift = DRIFT.rows(registry);
        this.since = SINCE.rows(registry);
        this.unknown = UNKNOWN.rows(registry);
        this.objects = OBJECTS.rows(registry);
        this.up = UP.rows(registry);
        this.migrations = MIGRATIONS.rows(registry);
        this.history = HISTORY.rows(registry);
    }

    /** The last comparison of a database, and when its drift was first seen, which means nothing when there is none. */
    private record Seen(Compared compared, Instant since) {
        boolean drifts() {
            return compared.drift().stream().anyMatch(DriftFinding::isDrift);
        }
    }

    /** The database was looked at, with this result. */
    public void looked(String database, DatabaseState state) {
        reachable.put(database, state instanceof DatabaseState.Available);
        showReachable();
    }

    /** The database is watched no more: whether it is up is no longer known. */
    public void forget(String database) {
        reachable.remove(database);
        showReachable();
    }

    private void showReachable() {
        List<Row<?>> rows = new ArrayList<>();
        reachable.forEach((name, is) -> rows.add(row(is ? 1 : 0, "database", name)));
        up.register(rows, true);
    }

    /** These comparisons are the current ones. */
    public void show(Outcome outcome, Instant now) {
        lastSeen.keySet().retainAll(outcome.databases().keySet());
        outcome.databases().forEach((name, database) -> {
            if (database instanceof Compared compared) {
                Seen before = lastSeen.get(name);
                Instant since = before != null && before.drifts() ? before.since() : now;
                lastSeen.put(name, new Seen(compared, since));
            }
        });
        register(drift, DriftMetrics::drift);
        register(since, DriftMetrics::since);
        register(unknown, DriftMetrics::unknown);
        register(objects, DriftMetrics::objects);
        register(migrations, DriftMetrics::migrations);
        register(history, DriftMetrics::history);
    }

    private void register(MultiGauge gauge, BiFunction<String, Seen, List<Row<?>>> rowsOf) {
        List<Row<?>> rows = new ArrayList<>();
        lastSeen.forEach((name, seen) -> rows.addAll(rowsOf.apply(name, seen)));
        gauge.register(rows, true);
    }

    /** Every kind and severity, those without drift as 0. */
    private static List<Row<?>> drift(String name, Seen seen) {
        List<Row<?>> rows = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (ObjectKind kind : ObjectKind.values()) {
                long number = seen.compared().drift().stream()
                        .filter(DriftFinding::isDrift)
                        .filter(finding -> finding.severity() == severity
                                && finding.difference().object().kind() == kind)
                        .count();
                rows.add(row(number, "database", name, "severity", severity.word(), "kind", kind.token()));
            }
        }
        return rows;
    }

    private static List<Row<?>> since(String name, Seen seen) {
        return seen.drifts() ? List.of(row(seen.since().getEpochSecond(), "database", name)) : List.of();
    }

    private static List<Row<?>> unknown(String name, Seen seen) {
        long number = seen.compared().drift().stream()
                .filter(finding -> finding.difference().verdict() == Verdict.UNDECIDED)
                .map(finding -> finding.difference().object())
                .distinct()
                .count();
        return List.of(row(number, "database", name));
    }

    private static List<Row<?>> objects(String name, Seen seen) {
        return List.of(row(seen.compared().inspectedObjects(), "database", name, "kind", "table"));
    }

    private static List<Row<?>> history(String name, Seen seen) {
        boolean readable = !(seen.compared().history() instanceof History.Unreadable);
        return List.of(row(readable ? 1 : 0, "database", name));
    }

    private static List<Row<?>> migrations(String name, Seen seen) {
        List<Row<?>> rows = new ArrayList<>();
        seen.compared()
                .history()
                .content()
                .ifPresent(history -> byState(history)
                        .forEach((state, names) -> rows.add(row(names.size(), "database", name, "state", state))));
        return rows;
    }

    private static Map<String, List<String>> byState(HistoryVerdict history) {
        return Map.of(
                "applied", history.applied(),
                "pending", history.pending(),
                "unknown", history.unknown(),
                "edited", history.edited(),
                "failed", history.failed(),
                "rolled_back", history.rolledBack());
    }

    private static Row<?> row(long value, String... tags) {
        return Row.of(Tags.of(tags), value);
    }
}
