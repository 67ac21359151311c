package dev.schemawatch.engine;

import dev.schemawatch.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of one evaluation: what reports, metrics and alerts are made from. Value-equal outcomes look the same to
 * everybody.
 *
 * @param findings of the working tree, sorted
 * @param skipped rules that could not be checked
 * @param databases by configured name
 */
public record Outcome(
        List<Finding> findings, List<SkippedCheck> skipped, SortedMap<String, DatabaseOutcome> databases) {
    public Outcome {
        findings = findings.stream().sorted().toList();
        skipped = List.copyOf(skipped);
        databases = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, DatabaseOutcome>) databases));
    }

    /**
     * A check that had nothing to look at.
     *
     * @param reason why, as a sentence
     */
    public record SkippedCheck(String rule, String reason) {}
}
