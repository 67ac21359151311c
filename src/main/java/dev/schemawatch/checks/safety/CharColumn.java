package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags columns of type char(n). */
public final class CharColumn implements SafetyCheck {
    private static final Rule RULE = Rule.of(CharColumn.class, Severity.INFO)
            .summary("A text is padded with blanks")
            .why("char(n) fills up with blanks, which some comparisons see and others do not.")
            .instead("text, or varchar(n).")
            .alias("squawk", "ban-char-field")
            .alias("postgres-language-server", "ban-char-field");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return NewColumn.of(rollout)
                .filter(column -> column.definition().type().name().equals("character"))
                .map(column -> RULE.at(
                        column.definition().location(),
                        column.subject(),
                        "%s is %s, which pads with blanks; use text"
                                .formatted(
                                        column.subject(),
                                        column.definition().type().display())));
    }
}
