package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Update;
import java.util.stream.Stream;

/** Flags UPDATE without WHERE of a table that was there before. */
public final class UpdateWithoutWhere implements SafetyCheck {
    private static final Rule RULE = Rule.of(UpdateWithoutWhere.class, Severity.WARNING)
            .summary("Every row of a table is changed in one transaction")
            .why("Every row is locked and written twice until the migration is done: writes wait, the table"
                    + " doubles, replicas fall behind.")
            .instead("Change the rows in batches by key, outside of the migration or one batch per transaction.")
            .alias("strong_migrations", "backfilling")
            .alias("postgres-language-server", "ban-update-without-where");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(Update.class)
                .filter(step -> !step.command().hasWhere()
                        && !rollout.isMade(step.command().table()))
                .map(step -> RULE.at(
                        step.location(),
                        step.command().table().name() + "."
                                + String.join(",", step.command().columns()),
                        "every row of %s is changed at once; change them in batches by key, with a WHERE that a batch leaves behind"
                                .formatted(step.command().table().sql())));
    }
}
