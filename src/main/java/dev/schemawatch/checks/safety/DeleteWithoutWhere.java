package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Delete;
import java.util.stream.Stream;

/** Flags DELETE without WHERE from a table that was there before. */
public final class DeleteWithoutWhere implements SafetyCheck {
    private static final Rule RULE = Rule.of(DeleteWithoutWhere.class, Severity.WARNING)
            .summary("Every row of a table is deleted")
            .why("Most often a condition was forgotten; the rows are gone when the migration is done.")
            .instead("Add the condition. If every row is meant, say so in a comment before it: schemawatch-ignore"
                    + " delete-without-where, and why.")
            .alias("postgres-language-server", "ban-delete-without-where");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(Delete.class)
                .filter(step -> !step.command().hasWhere()
                        && !rollout.isMade(step.command().table()))
                .map(step -> RULE.at(
                        step.location(),
                        step.command().table().name(),
                        "every row of %s is deleted. Say which are meant, with a WHERE; if all are, say so above it: -- schemawatch-ignore delete-without-where: why"
                                .formatted(step.command().table().sql())));
    }
}
