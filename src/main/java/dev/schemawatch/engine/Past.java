package dev.schemawatch.engine;

import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.Outcome.SkippedCheck;
import dev.schemawatch.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What evaluations came to before the present one, as far as the present one is told apart from them.
 *
 * @param outcome the one before; empty at the first evaluation
 * @param findings of the working tree: those of that outcome, and those that were there before and could not be judged again
 *     since, because what their rules look at could not be had
 * @param comparisons the last comparison of each database, by name, from whatever outcome holds it: a database that was away
 *     for a while is told apart from what it was before, not from nothing
 */
public record Past(Optional<Outcome> outcome, List<Finding> findings, SortedMap<String, Compared> comparisons) {

    /** Nothing was evaluated yet. */
    public static final Past NONE = new Past(Optional.empty(), List.of(), Collections.emptySortedMap());

    public Past {
        findings = List.copyOf(findings);
        comparisons = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Compared>) comparisons));
    }

    /** The past of the evaluation that follows the one with this outcome. */
    public Past with(Outcome latest) {
        SortedMap<String, Compared> known = new TreeMap<>((Map<String, Compared>) comparisons);
        latest.databases().forEach((name, database) -> {
            switch (database) {
                case Compared compared -> known.put(name, compared);
                case DatabaseOutcome.NotCompared _ -> {}
            }
        });
        return new Past(
                Optional.of(latest),
                Stream.concat(latest.findings().stream(), unjudged(latest).stream())
                        .toList(),
                known);
    }

    /** Those of the known findings of which this outcome says nothing, because their rules could not be checked. */
    public List<Finding> unjudged(Outcome current) {
        Set<String> skipped = current.skipped().stream().map(SkippedCheck::rule).collect(Collectors.toSet());
        Set<Finding.Identity> present = Stream.concat(
                        current.findings().stream(),
                        current.suppressed().stream().map(Outcome.Suppressed::finding))
                .map(Finding::identity)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> skipped.contains(finding.rule()))
                .filter(finding -> !present.contains(finding.identity()))
                .toList();
    }

    /** The last outcome of a database; empty when the outcome before had no such database. */
    public Optional<DatabaseOutcome> database(String name) {
        return outcome.flatMap(before -> Optional.ofNullable(before.databases().get(name)));
    }

    /** The last comparison of a database; empty when it was never compared. */
    public Optional<Compared> comparison(String name) {
        return Optional.ofNullable(comparisons.get(name));
    }
}
