package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Past;
import dev.schemawatch.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became different from one outcome to the next. Findings are told apart by their identity, so one that only moved to
 * another line is unchanged. Drift of a database that could not be looked at, and what is wrong with its history, is neither
 * new nor gone, and when the database is back it is told apart from the last that was seen.
 *
 * @param appeared findings that were not there
 * @param fixed findings that are gone
 * @param unjudged findings that were there and whose rules could not be checked: nobody knows whether they are gone
 * @param drifted new drift
 * @param resolved drift that is gone
 * @param databases databases that can be looked at again, or no longer, or not for another reason
 */
record OutcomeDelta(
        List<Finding> appeared,
        List<Finding> fixed,
        List<Finding> unjudged,
        List<Drifted> drifted,
        List<Drifted> resolved,
        Map<String, DatabaseOutcome> databases) {

    OutcomeDelta {
        appeared = List.copyOf(appeared);
        fixed = List.copyOf(fixed);
        unjudged = List.copyOf(unjudged);
        drifted = List.copyOf(drifted);
        resolved = List.copyOf(resolved);
        databases = new LinkedHashMap<>(databases);
    }

    /** @param past to which everything is new when it is {@link Past#NONE} */
    static OutcomeDelta between(Past past, Outcome current) {
        List<Finding> before = past.findings();
        List<Finding> unjudged = past.unjudged(current);
        List<Finding> appeared = new ArrayList<>(unknownTo(before, current.findings()));
        List<Finding> fixed = new ArrayList<>(unknownTo(withSuppressed(current), before));
        fixed.removeAll(unjudged);
        List<Drifted> drifted = new ArrayList<>();
        List<Drifted> resolved = new ArrayList<>();
        Map<String, DatabaseOutcome> databases = new LinkedHashMap<>();
        current.databases().forEach((name, now) -> {
            if (now instanceof Compared compared) {
                Optional<Compared> then = past.comparison(name);
                List<Finding> known = then.map(Compared::findings).orElse(List.of());
                appeared.addAll(unknownTo(known, compared.findings()));
                if (!(compared.history() instanceof History.Unreadable)) {
                    fixed.addAll(unknownTo(compared.findings(), known));
                }
                List<DriftFinding> old = then.map(OutcomeDelta::drift).orElse(List.of());
                missingIn(old, drift(compared)).forEach(finding -> drifted.add(new Drifted(name, finding)));
                missingIn(drift(compared), old).forEach(finding -> resolved.add(new Drifted(name, finding)));
            }
            if (changedSides(past.database(name), now)) {
                databases.put(name, now);
            }
        });
        return new OutcomeDelta(appeared, fixed, unjudged, drifted, resolved, databases);
    }

    private static boolean changedSides(Optional<DatabaseOutcome> then, DatabaseOutcome now) {
        return switch (now) {
            case NotCompared notCompared ->
                !(then.isPresent()
                        && then.get() instanceof NotCompared before
                        && before.reason() == notCompared.reason());
            case Compared _ -> then.isPresent() && then.get() instanceof NotCompared;
        };
    }

    /** What is suppressed now is still there. */
    private static List<Finding> withSuppressed(Outcome outcome) {
        return Stream.concat(
                        outcome.findings().stream(),
                        outcome.suppressed().stream().map(Outcome.Suppressed::finding))
                .toList();
    }

    private static List<Finding> unknownTo(List<Finding> known, List<Finding> findings) {
        Set<Finding.Identity> identities = known.stream().map(Finding::identity).collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !identities.contains(finding.identity()))
                .toList();
    }

    private static List<DriftFinding> missingIn(List<DriftFinding> known, List<DriftFinding> findings) {
        Set<Identity> identities = new HashSet<>();
        known.forEach(finding -> identities.add(Identity.of(finding)));
        return findings.stream()
                .filter(finding -> !identities.contains(Identity.of(finding)))
                .toList();
    }

    private static List<DriftFinding> drift(Compared compared) {
        return compared.drift().stream().filter(DriftFinding::isDrift).toList();
    }

    /** A piece of drift and the database that has it. */
    record Drifted(String database, DriftFinding finding) {}

    private record Identity(SchemaObject object, Difference.Verdict verdict, Optional<String> aspect) {
        static Identity of(DriftFinding finding) {
            Difference difference = finding.difference();
            return new Identity(difference.object(), difference.verdict(), difference.aspect());
        }
    }
}
