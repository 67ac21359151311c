package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.AddConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags VALIDATE CONSTRAINT in the transaction that added the constraint: the lock of the addition is held through the scan. */
public final class ValidationInSameTransaction implements SafetyCheck {
    private static final Rule RULE = Rule.of(ValidationInSameTransaction.class, Severity.WARNING)
            .summary("A constraint is added NOT VALID and validated in one transaction")
            .why("The point of NOT VALID is to let go of the lock before the rows are read. Locks are held"
                    + " until the transaction ends, and a migration is one transaction: so writes wait after all.")
            .instead("Put VALIDATE CONSTRAINT into a migration of its own.")
            .alias("squawk", "constraint-missing-not-valid")
            .alias("strong_migrations", "validate_foreign_key")
            .alias("strong_migrations", "validate_check_constraint")
            .alias("postgres-language-server", "require-separate-constraint-validation");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        List<Change<AddConstraint>> added = rollout.changes(AddConstraint.class)
                .filter(change -> change.action().constraint().notValid())
                .toList();
        return rollout.changes(TableAction.ValidateConstraint.class)
                .filter(validation -> added.stream().anyMatch(change -> isOf(change, validation)))
                .map(validation -> RULE.at(
                        validation.location(),
                        validation.action().name(),
                        "%s was added in this same transaction, whose lock on %s is held while every row is read. Instead, in a migration of its own: ALTER TABLE %s VALIDATE CONSTRAINT %s;"
                                .formatted(
                                        SqlName.quote(validation.action().name()),
                                        validation.table().sql(),
                                        validation.table().sql(),
                                        SqlName.quote(validation.action().name()))));
    }

    /** One statement is a transaction, whether or not others share it. */
    private static boolean isTogether(Step<?> one, Step<?> other) {
        return one.statement().equals(other.statement())
                || (one.inTransaction() && one.transaction() == other.transaction());
    }

    private static boolean isOf(Change<AddConstraint> added, Change<TableAction.ValidateConstraint> validation) {
        return isTogether(added.step(), validation.step())
                && added.table().equals(validation.table())
                && added.action()
                        .constraint()
                        .name()
                        .equals(Optional.of(validation.action().name()));
    }
}
