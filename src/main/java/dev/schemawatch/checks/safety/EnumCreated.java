package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateType;
import java.util.stream.Stream;

/** Flags CREATE TYPE … AS ENUM. */
public final class EnumCreated implements SafetyCheck {
    private static final Rule RULE = Rule.of(EnumCreated.class, Severity.INFO)
            .summary("An enumerated type is created")
            .why("Its labels cannot be removed, nor put into another order.")
            .instead("A table of values with a foreign key, or text with a CHECK.")
            .offByDefault()
            .alias("eugene", "W13")
            .alias("postgres-language-server", "creating-enum");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(CreateType.class)
                .filter(step -> step.command().labels().isPresent())
                .map(step -> RULE.at(
                        step.location(),
                        step.command().name().name(),
                        "the labels of %s can be added to and renamed, and neither removed nor moved; a table of values with a foreign key can change"
                                .formatted(step.command().name().sql())));
    }
}
