package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import java.util.stream.Stream;

/** Flags statements of hand-written scripts that fail when they run a second time: nothing records that they ran. */
public final class NotRerunnable implements SafetyCheck {
    private static final Rule RULE = Rule.of(NotRerunnable.class, Severity.WARNING)
            .summary("A hand-written script cannot be run twice")
            .why("No table says which NN_name.sql files ran on a database. Somebody runs all of them again,"
                    + " and the first CREATE of a thing that is there stops the rest.")
            .instead("IF EXISTS and IF NOT EXISTS, CREATE OR REPLACE, DROP … IF EXISTS before a CREATE that has"
                    + " neither, ON CONFLICT DO NOTHING.")
            .alias("squawk", "prefer-robust-stmts")
            .alias("postgres-language-server", "prefer-robust-stmts");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        if (rollout.migration().author() != Migration.Author.HAND) {
            return Stream.empty();
        }
        Rerun rerun = Rerun.of(rollout);
        return rollout.steps().stream()
                .filter(step -> !step.inBlock())
                .flatMap(step -> rerun.obstacles(step.command())
                        .map(obstacle -> RULE.at(
                                step.location(),
                                obstacle.what(),
                                "%s fails when the script runs again. Instead: %s"
                                        .formatted(obstacle.what(), obstacle.instead()))));
    }
}
