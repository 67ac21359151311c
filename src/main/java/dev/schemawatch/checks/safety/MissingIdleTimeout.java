package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a lock on a table that was there before without a SET idle_in_transaction_session_timeout in front of it. */
public final class MissingIdleTimeout implements SafetyCheck {
    private static final Rule RULE = Rule.of(MissingIdleTimeout.class, Severity.WARNING)
            .summary("A table is locked without a limit for a client that hangs")
            .why("A migration whose client hangs in the middle of a transaction holds its locks until somebody"
                    + " notices.")
            .instead("SET idle_in_transaction_session_timeout = '1min'; at the beginning of the migration, or in"
                    + " the options of the connection that migrations use.")
            .offByDefault()
            .alias("postgres-language-server", "require-idle-in-transaction-timeout");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Timeouts.missing(rollout, "idle_in_transaction_session_timeout")
                .map(
                        step -> RULE.at(
                                step.location(),
                                rollout.migration().name(),
                                "from here on tables are locked, and idle_in_transaction_session_timeout is not set. Instead, before it: SET idle_in_transaction_session_timeout = '1min';"))
                .stream();
    }
}
