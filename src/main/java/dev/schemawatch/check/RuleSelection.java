package dev.schemawatch.check;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rules are in force, and how much their findings matter, by the user's configuration. Ids may be former ones.
 *
 * @param off ids of rules that are not checked
 * @param severities severities by id, where they differ from what the rule declares
 */
public record RuleSelection(Set<String> off, Map<String, Severity> severities) {

    /** Every rule, as it declares itself. */
    public static final RuleSelection ALL = new RuleSelection(Set.of(), Map.of());

    public RuleSelection {
        off = Set.copyOf(off);
        severities = Map.copyOf(severities);
    }

    /** The severity of the rule's findings; empty when the rule is switched off. */
    public Optional<Severity> severity(Rule rule) {
        List<String> ids =
                Stream.concat(Stream.of(rule.id()), rule.formerIds().stream()).toList();
        return severity(ids, rule.severity());
    }

    /** The finding with the severity in force; empty when its rule is switched off. */
    public Optional<Finding> apply(Finding finding) {
        return severity(List.of(finding.rule()), finding.severity()).map(finding::withSeverity);
    }

    private Optional<Severity> severity(List<String> ids, Severity declared) {
        if (ids.stream().anyMatch(off::contains)) {
            return Optional.empty();
        }
        return Optional.of(ids.stream()
                .flatMap(id -> Optional.ofNullable(severities.get(id)).stream())
                .findFirst()
                .orElse(declared));
    }
}
