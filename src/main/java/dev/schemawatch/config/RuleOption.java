package dev.schemawatch.config;

import java.util.List;
import java.util.Optional;

/**
 * An option of a rule, for people.
 *
 * @param name of the key below the rule's
 * @param value what it must be, as a noun phrase
 * @param standard its default as it would be written; empty when there is none
 * @param description in Markdown
 */
public record RuleOption(String name, String value, Optional<String> standard, String description) {

    /** The options of that rule, in the order of the documentation. */
    public static List<RuleOption> of(String rule) {
        String prefix = "rules." + rule + ".";
        return RuleKeys.ALL.stream()
                .filter(key -> key.name().startsWith(prefix))
                .map(key -> new RuleOption(
                        key.name().substring(prefix.length()),
                        key.type().words(),
                        key.standardText(),
                        key.description()))
                .toList();
    }
}
