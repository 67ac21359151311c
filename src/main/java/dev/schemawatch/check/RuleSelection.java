package dev.schemawatch.check;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.finding.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules are in force, where, and how much their findings matter, by the user's configuration.
 *
 * @param catalog every rule there is
 * @param off ids of rules that are switched off
 * @param on ids of rules that are switched on with the severity that they declare
 * @param severities of rules that are switched on with another severity, by id
 * @param scope the migrations that the rules of safety are for
 */
public record RuleSelection(
        RuleCatalog catalog, Set<String> off, Set<String> on, Map<String, Severity> severities, MigrationScope scope) {

    /** Ids may be former ones. */
    public RuleSelection {
        Objects.requireNonNull(catalog);
        off = current(catalog, off);
        on = current(catalog, on);
        Map<String, Severity> current = new HashMap<>();
        severities.forEach((id, severity) -> current.put(current(catalog, id), severity));
        severities = Map.copyOf(current);
        Objects.requireNonNull(scope);
    }

    /** These rules, those of safety for what is new. */
    public RuleSelection(RuleCatalog catalog, Set<String> off, Set<String> on, Map<String, Severity> severities) {
        this(catalog, off, on, severities, MigrationScope.NEW);
    }

    /** Every rule as it declares itself. */
    public static RuleSelection standard(RuleCatalog catalog) {
        return new RuleSelection(catalog, Set.of(), Set.of(), Map.of(), MigrationScope.NEW);
    }

    /** The same rules for every migration, however old. */
    public RuleSelection everywhere() {
        return new RuleSelection(catalog, off, on, severities, MigrationScope.ALL);
    }

    /** The severity of the rule's findings; empty when the rule is off. */
    public Optional<Severity> severity(Rule rule) {
        return isOff(rule) ? Optional.empty() : Optional.of(severities.getOrDefault(rule.id(), rule.severity()));
    }

    /** The finding with the severity in force; empty when its rule is off. */
    public Optional<Finding> apply(Finding finding) {
        return catalog.find(finding.rule()).filter(this::isOff).isPresent()
                ? Optional.empty()
                : Optional.of(finding.withSeverity(severities.getOrDefault(finding.rule(), finding.severity())));
    }

    private boolean isOff(Rule rule) {
        return off.contains(rule.id())
                || (rule.optIn() && !on.contains(rule.id()) && !severities.containsKey(rule.id()));
    }

    private static Set<String> current(RuleCatalog catalog, Set<String> ids) {
        return ids.stream().map(id -> current(catalog, id)).collect(Collectors.toUnmodifiableSet());
    }

    private static String current(RuleCatalog catalog, String id) {
        return catalog.find(id).map(Rule::id).orElse(id);
    }
}
