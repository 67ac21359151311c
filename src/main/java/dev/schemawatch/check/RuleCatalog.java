package dev.schemawatch.check;

import dev.schemawatch.finding.Rule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every rule there is, by the names that people may use for it. */
public final class RuleCatalog {
    private final List<Rule> rules;
    private final Map<String, Rule> byName = new HashMap<>();

    /** @param rules whose ids and former ids are all different */
    public RuleCatalog(List<Rule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        for (Rule rule : this.rules) {
            byName.put(rule.id(), rule);
            rule.formerIds().forEach(id -> byName.put(id, rule));
        }
    }

    /** All of them, sorted by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule with that id, or that had it before. */
    public Optional<Rule> find(String id) {
        return Optional.ofNullable(byName.get(id));
    }

    /** The rules that another tool, whichever, has under that name. */
    public List<Rule> findByAlias(String name) {
        return rules.stream()
                .filter(rule ->
                        rule.aliases().stream().anyMatch(alias -> alias.name().equals(name)))
                .toList();
    }

    /** Every id, former ones too. */
    public Set<String> ids() {
        return Set.copyOf(byName.keySet());
    }
}
