package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a lock on a table that was there before without a SET lock_timeout in front of it. */
public final class MissingLockTimeout implements SafetyCheck {
    private static final Rule RULE = Rule.of(MissingLockTimeout.class, Severity.WARNING)
            .summary("A table is locked without a lock_timeout")
            .why("A statement that waits for a lock makes everybody behind it wait too. With a lock_timeout it"
                    + " gives up, and the migration can be run again.")
            .instead("SET lock_timeout = '5s'; at the beginning of the migration, or in the options of the"
                    + " connection that migrations use.")
            .offByDefault()
            .alias("squawk", "require-lock-timeout")
            .alias("squawk", "require-timeout-settings")
            .alias("eugene", "E9")
            .alias("strong_migrations", "lock_timeout")
            .alias("postgres-language-server", "lock-timeout-warning")
            .alias("postgres-language-server", "require-lock-timeout");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Timeouts.missing(rollout, "lock_timeout")
                .map(
                        step -> RULE.at(
                                step.location(),
                                rollout.migration().name(),
                                "from here on tables are locked, and lock_timeout is not set (0 is no limit). Instead, before it: SET lock_timeout = '5s';"))
                .stream();
    }
}
