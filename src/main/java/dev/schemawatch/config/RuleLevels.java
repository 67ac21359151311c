package dev.schemawatch.config;

import dev.schemawatch.finding.RuleCatalog;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how the findings of rules are treated, and refuses what would look like a check and be none. */
final class RuleLevels {
    private final ConfigValues values;
    private final RuleCatalog rules;
    private final List<ConfigProblem> problems;

    /** @param problems where those of the rules are added */
    RuleLevels(ConfigValues values, RuleCatalog rules, List<ConfigProblem> problems) {
        this.values = values;
        this.rules = rules;
        this.problems = problems;
    }

    /** The level of each rule that is named, by the name that is used for it. */
    SortedMap<String, RuleLevel> read() {
        SortedMap<String, RuleLevel> levels = new TreeMap<>();
        for (String rule : values.chosen("rules")) {
            // A rule that is only given options is one that somebody wants.
            RuleLevel level = values.given(ConfigKeys.RULE, rule)
                    .or(() -> values.given(ConfigKeys.RULE_SEVERITY, rule))
                    .orElse(RuleLevel.ON);
            isAllowed(rule, level);
            hasItsOption(rule, level);
            levels.put(rule, level);
        }
        return levels;
    }

    private void isAllowed(String rule, RuleLevel level) {
        boolean mandatory = rules.find(rule).filter(found -> found.mandatory()).isPresent();
        if (mandatory && level != RuleLevel.ON && level != RuleLevel.ERROR) {
            problem(
                    rule,
                    "rules." + rule + " cannot be " + level
                            + ": Prisma refuses a schema with such a fault, and nothing else in it can be judged. Remove"
                            + " the line, and correct the schema.");
        }
    }

    private void hasItsOption(String rule, RuleLevel level) {
        if (level != RuleLevel.OFF) {
            RuleKeys.needed(rule).filter(this::isMissing).ifPresent(key -> {
                String option = key.path().getLast();
                problem(
                        rule,
                        "rules." + rule + " finds nothing without " + key.name() + ", "
                                + key.type().words() + ". Write " + rule + ": { " + option
                                + ": … }, or remove the line.");
            });
        }
    }

    /** What was given and is wrong has been reported already. */
    private boolean isMissing(ConfigKey<?> key) {
        Optional<?> given = values.given(key);
        return given.isPresent()
                ? given.get() instanceof List<?> list && list.isEmpty()
                : values.place(key.name()).isEmpty();
    }

    private void problem(String rule, String message) {
        String path = "rules." + rule;
        problems.add(new ConfigProblem(values.place(path).orElse(path), message));
    }
}
