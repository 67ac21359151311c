package dev.schemawatch.finding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** Says that no rule has that name, and which might be meant. */
    public String unknown(String name) {
        List<Rule> elsewhere = findByAlias(name);
        if (!elsewhere.isEmpty()) {
            String tools = elsewhere.stream()
                    .flatMap(rule -> rule.aliases().stream())
                    .filter(alias -> alias.name().equals(name))
                    .map(Rule.Alias::tool)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" and "));
            String ours = elsewhere.stream().map(Rule::id).collect(Collectors.joining(" or "));
            return "There is no rule " + name + ". What " + tools + " calls so is " + ours + " here.";
        }
        Set<String> names = new TreeSet<>(byName.keySet());
        rules.forEach(rule -> rule.aliases().forEach(alias -> names.add(alias.name())));
        return "There is no rule " + name + "." + Suggestion.sentence(name, names);
    }
}
