package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** Flags an exclusion constraint on a table that was there before: there is no way to add one online. */
public final class ExclusionConstraintUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(ExclusionConstraintUnderLock.class, Severity.WARNING)
            .summary("An exclusion constraint builds its index while the table is locked")
            .why("ADD EXCLUDE takes ACCESS EXCLUSIVE until its index is built, and has neither NOT VALID nor"
                    + " USING INDEX. A key WITHOUT OVERLAPS (PostgreSQL 18) is an exclusion, too.")
            .instead("Add it while the table is small or the application is down, or keep the rule in a new table"
                    + " that replaces this one.")
            .alias("strong_migrations", "add_exclusion_constraint")
            .alias("eugene", "E8")
            .alias("postgres-language-server", "avoid-adding-exclusion-constraint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return AddedConstraint.of(rollout, ConstraintKind.EXCLUDE)
                .map(change -> RULE.at(
                        change.location(),
                        Words.named(change.constraint()),
                        "the exclusion constraint %s takes %s until its index is built, and PostgreSQL has no way around it. Run it when nobody needs the table, with SET lock_timeout before it"
                                .formatted(
                                        Words.named(change.constraint()), Lock.ACCESS_EXCLUSIVE.on(change.table()))));
    }
}
