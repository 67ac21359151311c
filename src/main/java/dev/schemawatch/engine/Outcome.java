package dev.schemawatch.engine;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Suppression;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The result of one evaluation: what reports, metrics and alerts are made from. Value-equal outcomes look the same to
 * everybody.
 *
 * @param findings of the working tree, sorted
 * @param suppressed findings that a comment at their place silences: they count nowhere, sorted
 * @param skipped rules that could not be checked
 * @param databases by configured name
 */
public record Outcome(
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<SkippedCheck> skipped,
        SortedMap<String, DatabaseOutcome> databases) {
    /** Nothing was looked at. */
    public static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of(), new TreeMap<>());

    public Outcome {
        findings = findings.stream().sorted().toList();
        suppressed = suppressed.stream()
                .sorted(Comparator.comparing(Suppressed::finding))
                .toList();
        skipped = List.copyOf(skipped);
        databases = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, DatabaseOutcome>) databases));
    }

    /**
     * This outcome with more findings of the working tree.
     *
     * @param comparisons with databases that are not watched, by name
     */
    public Outcome with(List<Finding> more, Map<String, DatabaseOutcome.Compared> comparisons) {
        SortedMap<String, DatabaseOutcome> all = new TreeMap<>(comparisons);
        all.putAll(databases);
        return new Outcome(Stream.concat(findings.stream(), more.stream()).toList(), suppressed, skipped, all);
    }

    /** The findings of the working tree and those of every database that was compared, sorted. */
    public List<Finding> allFindings() {
        return Stream.concat(findings.stream(), databases.values().stream().flatMap(database -> switch (database) {
                    case DatabaseOutcome.Compared compared -> compared.findings().stream();
                    case DatabaseOutcome.NotCompared _ -> Stream.empty();
                }))
                .sorted()
                .toList();
    }

    /**
     * A finding that its author does not want to hear of.
     *
     * @param by the comment that says so
     */
    public record Suppressed(Finding finding, Suppression by) {}

    /**
     * A check that had nothing to look at.
     *
     * @param reason why, as a sentence
     */
    public record SkippedCheck(String rule, String reason) {}
}
