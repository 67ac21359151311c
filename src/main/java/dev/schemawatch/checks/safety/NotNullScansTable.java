package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetNotNull;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.Locale;
import java.util.stream.Stream;

/** Flags SET NOT NULL where no valid check proves that there is no NULL. */
public final class NotNullScansTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(NotNullScansTable.class, Severity.WARNING)
            .summary("A column becomes NOT NULL, and every row is read for that under a lock")
            .why("SET NOT NULL takes ACCESS EXCLUSIVE while the whole table is read, and fails at the first" + " NULL.")
            .instead("Prove it first: a CHECK (column IS NOT NULL) NOT VALID, then VALIDATE, then SET NOT NULL,"
                    + " which now reads nothing (PostgreSQL 12), then drop the check.")
            .alias("squawk", "adding-not-nullable-field")
            .alias("atlas", "PG303")
            .alias("atlas", "MF104")
            .alias("strong_migrations", "change_column_null")
            .alias("strong_migrations", "change_column_with_not_null")
            .alias("eugene", "E2")
            .alias("postgres-language-server", "adding-not-nullable-field");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> set = rollout.changes(AlterColumn.class)
                .filter(change -> change.action().alteration() instanceof SetNotNull)
                .filter(change -> !isProved(rollout, change) && !isAddedHere(rollout, change))
                .map(NotNullScansTable::finding);
        Stream<Finding> constraints = AddedConstraint.of(rollout, ConstraintKind.NOT_NULL)
                .filter(AddedConstraint::isValidated)
                .map(NotNullScansTable::finding);
        return Stream.concat(set, constraints);
    }

    private static boolean isProved(Rollout rollout, Change<AlterColumn> change) {
        String column = change.action().column();
        return rollout.before().table(change.table()).stream()
                .flatMap(table -> table.parts().values().stream())
                .filter(part -> part.kind() == PartKind.CHECK)
                .filter(part -> part.valid() || isValidatedHere(rollout, change.table()))
                .anyMatch(part -> proves(part.definition(), column));
    }

    /** PostgreSQL sees it in conditions that are joined by AND, and in no others. */
    private static boolean proves(String check, String column) {
        String bare = " " + check.replaceAll("[\"()\\s]+", " ").toUpperCase(Locale.ROOT);
        return bare.contains(" " + column.toUpperCase(Locale.ROOT) + " IS NOT NULL") && !bare.contains(" OR ");
    }

    private static boolean isValidatedHere(Rollout rollout, SqlName table) {
        return rollout.changes(TableAction.ValidateConstraint.class)
                .anyMatch(validation -> validation.table().equals(table));
    }

    /** Where the column comes in the same migration, a rule of its own has to say something. */
    private static boolean isAddedHere(Rollout rollout, Change<AlterColumn> change) {
        return rollout.changes(AddColumn.class)
                .anyMatch(added -> added.table().equals(change.table())
                        && added.action().column().name().equals(change.action().column()));
    }

    private static Finding finding(Change<AlterColumn> change) {
        String column = change.action().column();
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "SET NOT NULL on %s takes %s while every row is read, and fails at the first NULL. Instead: %s"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                Rewrites.notNull(change.table(), column)));
    }

    /** PostgreSQL 18 has it as a constraint, which can be added without a look at the rows. */
    private static Finding finding(AddedConstraint change) {
        return RULE.at(
                change.location(),
                Words.named(change.constraint()),
                "the constraint %s takes %s while every row is read, and fails at the first NULL. Instead: %s"
                        .formatted(
                                Words.named(change.constraint()),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                Rewrites.inTwoSteps(change.table(), change.constraint())));
    }
}
