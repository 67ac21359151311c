package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Invalid;
import java.util.stream.Stream;

/** Flags statements that PostgreSQL refuses, as far as that is known without asking it. */
public final class InvalidSql implements SafetyCheck {
    private static final Rule RULE = Rule.of(InvalidSql.class, Severity.ERROR)
            .summary("A statement that PostgreSQL refuses")
            .why("The migration fails wherever it runs, and with it the deployment.")
            .instead("Write it as the finding says, and try the migration on an empty database before it is"
                    + " merged.")
            .alias("squawk", "syntax-error");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(Invalid.class)
                .map(step -> RULE.at(
                        step.location(),
                        Words.oneLine(step.statement().text()),
                        "%s. Instead: %s"
                                .formatted(
                                        step.command().problem(),
                                        Words.oneLine(step.command().instead()))));
    }
}
