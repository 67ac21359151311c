package dev.schemawatch.report;

import dev.schemawatch.finding.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What reports that know nothing but findings of rules call a difference between schema and database. No check is behind these,
 * so that the configuration can neither switch them off nor change how grave they are.
 */
public final class DriftRules {
    private DriftRules() {}

    /** All of them, in the order in which differences are told. */
    public static List<Rule> all() {
        return Stream.of(DriftSection.values()).map(DriftSection::rule).toList();
    }

    /** Whether it is one of them. */
    static boolean contains(Rule rule) {
        return all().stream().anyMatch(one -> one.id().equals(rule.id()));
    }
}
