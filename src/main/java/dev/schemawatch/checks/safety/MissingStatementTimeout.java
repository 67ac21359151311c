package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a lock on a table that was there before without a SET statement_timeout in front of it. */
public final class MissingStatementTimeout implements SafetyCheck {
    private static final Rule RULE = Rule.of(MissingStatementTimeout.class, Severity.WARNING)
            .summary("A table is locked without a statement_timeout")
            .why("A statement that takes longer than anybody thought holds its locks for that long.")
            .instead("SET statement_timeout = '15min'; at the beginning of the migration, or in the options of the"
                    + " connection that migrations use.")
            .offByDefault()
            .alias("squawk", "require-statement-timeout")
            .alias("squawk", "require-timeout-settings")
            .alias("strong_migrations", "statement_timeout")
            .alias("postgres-language-server", "require-statement-timeout");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Timeouts.missing(rollout, "statement_timeout")
                .map(
                        step -> RULE.at(
                                step.location(),
                                rollout.migration().name(),
                                "from here on tables are locked, and statement_timeout is not set. Instead, before it: SET statement_timeout = '15min';"))
                .stream();
    }
}
