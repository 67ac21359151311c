package dev.schemawatch.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.schemawatch.alert.Problem.Drifted;
import dev.schemawatch.alert.Problem.Unseen;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to tell. A problem is told when it begins and when it ends, not in between. A look that failed ends nothing:
 * it is a problem of its own, told when it happens twice in a row.
 */
public final class AlertPolicy {
    private static final int MISSES_BEFORE_ALERT = 2;
    private static final int NAMED_OBJECTS = 10;
    private static final Comparator<Drifted> ORDER =
            Comparator.comparing(Drifted::severity).thenComparing(Drifted::kind);

    private AlertPolicy() {}

    /** What to tell now, and what to remember. */
    public record Decision(AlertState next, List<Alert> alerts) {
        public Decision {
            Objects.requireNonNull(next);
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * Judges an outcome.
     *
     * @param looked the database that was looked at just now; empty when something else led to the outcome
     */
    public static Decision decide(AlertState before, Outcome outcome, Optional<String> looked) {
        Set<Problem> firing = new HashSet<>(before.firing());
        Map<String, Integer> misses = new HashMap<>(before.misses());
        List<Alert> alerts = new ArrayList<>();
        outcome.databases().forEach((name, database) -> {
            switch (database) {
                case Compared compared -> {
                    misses.remove(name);
                    judgeDrift(name, compared, firing, alerts);
                    resolve(new Unseen(name), firing, alerts);
                }
                case NotCompared missed -> {
                    if (looked.filter(name::equals).isPresent()
                            && misses.merge(name, 1, Integer::sum) >= MISSES_BEFORE_ALERT) {
                        fire(new Unseen(name), unseen(name, missed), List.of(), firing, alerts);
                    }
                }
            }
        });
        return new Decision(new AlertState(firing, misses), alerts);
    }

    private static void judgeDrift(String name, Compared compared, Set<Problem> firing, List<Alert> alerts) {
        Map<Drifted, List<DriftFinding>> now = compared.drift().stream()
                .filter(DriftFinding::isDrift)
                .collect(groupingBy(
                        finding ->
                                new Drifted(name, finding.difference().object().kind(), finding.severity()),
                        toList()));
        now.keySet().stream().sorted(ORDER).forEach(problem -> {
            List<String> objects = now.getOrDefault(problem, List.of()).stream()
                    .map(finding -> finding.difference().object().display())
                    .distinct()
                    .limit(NAMED_OBJECTS)
                    .toList();
            fire(problem, drifted(problem, now.getOrDefault(problem, List.of()).size()), objects, firing, alerts);
        });
        firing.stream()
                .filter(Drifted.class::isInstance)
                .map(Drifted.class::cast)
                .filter(problem -> problem.database().equals(name) && !now.containsKey(problem))
                .sorted(ORDER)
                .toList()
                .forEach(problem -> resolve(problem, firing, alerts));
    }

    private static void fire(
            Problem problem, String summary, List<String> objects, Set<Problem> firing, List<Alert> alerts) {
        if (firing.add(problem)) {
            alerts.add(new Alert(problem, Alert.State.FIRED, summary, objects));
        }
    }

    private static void resolve(Problem problem, Set<Problem> firing, List<Alert> alerts) {
        if (firing.remove(problem)) {
            alerts.add(new Alert(problem, Alert.State.RESOLVED, resolved(problem), List.of()));
        }
    }

    private static String drifted(Drifted problem, int number) {
        return "%s drifted from the schema: %s, %s, %d"
                .formatted(
                        problem.database(),
                        problem.severity().word(),
                        problem.kind().words(),
                        number);
    }

    private static String unseen(String name, DatabaseOutcome.NotCompared missed) {
        return "%s could not be looked at, so nothing is known about drift: %s".formatted(name, missed.message());
    }

    private static String resolved(Problem problem) {
        return switch (problem) {
            case Drifted drifted ->
                "%s no longer drifts: %s, %s"
                        .formatted(
                                drifted.database(),
                                drifted.severity().word(),
                                drifted.kind().words());
            case Unseen unseen -> "%s can be looked at again".formatted(unseen.database());
        };
    }
}
