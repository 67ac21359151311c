package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags varchar with a length. */
public final class PreferText implements SafetyCheck {
    private static final Rule RULE = Rule.of(PreferText.class, Severity.INFO)
            .summary("A text has a longest length by its type")
            .why("Another length later is a change of type; a shorter one rewrites the table.")
            .instead("text, with a CHECK on the length where there is a limit.")
            .offByDefault()
            .alias("squawk", "prefer-text-field")
            .alias("postgres-language-server", "prefer-text-field");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return NewColumn.of(rollout)
                .filter(column -> column.definition().type().name().equals("character varying")
                        && !column.definition().type().modifiers().isEmpty())
                .map(column -> RULE.at(
                        column.definition().location(),
                        column.subject(),
                        "%s is %s; text with a CHECK on its length is easier to change"
                                .formatted(
                                        column.subject(),
                                        column.definition().type().display())));
    }
}
