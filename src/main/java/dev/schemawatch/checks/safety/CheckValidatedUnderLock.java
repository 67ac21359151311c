package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** Flags a check that is added valid: existing rows are looked at under an exclusive lock. */
public final class CheckValidatedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(CheckValidatedUnderLock.class, Severity.WARNING)
            .summary("A check is evaluated for every row while the table is locked")
            .why("ADD CHECK takes ACCESS EXCLUSIVE while every row is read: reads and writes wait.")
            .instead("Add it NOT VALID, which holds for new rows at once, and VALIDATE it in a later migration,"
                    + " which blocks nobody.")
            .alias("squawk", "constraint-missing-not-valid")
            .alias("atlas", "PG305")
            .alias("strong_migrations", "add_check_constraint")
            .alias("eugene", "E1")
            .alias("postgres-language-server", "constraint-missing-not-valid");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return AddedConstraint.of(rollout, ConstraintKind.CHECK)
                .filter(AddedConstraint::isValidated)
                .map(change -> {
                    Constraint check = change.constraint();
                    return RULE.at(
                            change.location(),
                            Words.named(check),
                            "the check %s takes %s while every row is read. Instead: %s"
                                    .formatted(
                                            Words.named(check),
                                            Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                            change.rewritten(Rewrites.inTwoSteps(change.table(), check))));
                });
    }
}
