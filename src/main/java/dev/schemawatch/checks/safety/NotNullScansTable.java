package dev.schemawatch.checks.safety;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable.Column;
import dev.schemawatch.migration.LedgerTable.Part;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.DropNotNull;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetNotNull;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import dev.schemawatch.sql.TableElement.Generation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags SET NOT NULL where no valid check proves that there is no NULL. */
public final class NotNullScansTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(NotNullScansTable.class, Severity.WARNING)
            .summary("A column becomes NOT NULL, and every row is read for that under a lock")
            .why("SET NOT NULL takes ACCESS EXCLUSIVE while the whole table is read, and fails at the first" + " NULL.")
            .instead("Prove it first: a CHECK (column IS NOT NULL) NOT VALID, then VALIDATE, then SET NOT NULL,"
                    + " which now reads nothing (PostgreSQL 12), then drop the check. From PostgreSQL 18 on, the NOT NULL"
                    + " constraint itself can be added NOT VALID, and validated later.")
            .alias("squawk", "adding-not-nullable-field")
            .alias("atlas", "PG303")
            .alias("atlas", "MF104")
            .alias("strong_migrations", "change_column_null")
            .alias("strong_migrations", "change_column_with_not_null")
            .alias("eugene", "E2")
            .alias("postgres-language-server", "adding-not-nullable-field");

    /** The first that believes a check (PostgreSQL 12 release notes). */
    private static final int BELIEVES_CHECKS = 12;

    private final int postgresVersion;

    /** A check for the PostgreSQL that the settings name. */
    public NotNullScansTable(CheckSettings settings) {
        this.postgresVersion = settings.postgresVersion();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> set = rollout.changes(AlterColumn.class)
                .filter(change -> change.action().alteration() instanceof SetNotNull)
                .filter(change -> NewRequiredColumn.addition(rollout, change).isEmpty())
                .filter(change -> !isRequired(rollout, change) && !isProved(rollout, change))
                .map(change -> finding(change, rewritten(rollout, change)));
        // One that is empty fails, which is an error of its own.
        Stream<Finding> filled = NewRequiredColumn.of(rollout)
                .filter(column -> !column.isEmpty(rollout))
                .map(column -> finding(column.set(), column.rewritten(postgresVersion)));
        Stream<Finding> constraints = AddedConstraint.of(rollout, ConstraintKind.NOT_NULL)
                .filter(AddedConstraint::isValidated)
                .map(NotNullScansTable::finding);
        Stream<Finding> virtual = rollout.changes(AddColumn.class)
                .filter(change -> change.action().column().notNull()
                        && change.action().column().generation().equals(Optional.of(Generation.VIRTUAL)))
                .map(this::virtual);
        return Stream.of(set, filled, constraints, virtual).flatMap(found -> found);
    }

    /** Where the constraint waits for its validation, that is all that is missing (PostgreSQL 18). */
    private String rewritten(Rollout rollout, Change<AlterColumn> change) {
        String column = change.action().column();
        return rollout.before().table(change.table()).stream()
                .flatMap(table -> table.parts().entrySet().stream())
                .filter(part -> isNotNull(part.getValue(), column))
                .map(part -> Rewrites.validation(change.table(), part.getKey()))
                .findFirst()
                .orElseGet(() -> Rewrites.notNull(postgresVersion, change.table(), column));
    }

    private static boolean isNotNull(Part part, String column) {
        return part.kind() == PartKind.NOT_NULL && part.columns().contains(column);
    }

    /** A column that is NOT NULL already, as one of the primary key is, is not looked at again. */
    private static boolean isRequired(Rollout rollout, Change<AlterColumn> change) {
        String column = change.action().column();
        boolean wasRequired = rollout.before()
                .table(change.table())
                .filter(table -> table.column(column).filter(Column::required).isPresent()
                        || table.parts().values().stream()
                                .anyMatch(part -> part.kind() == PartKind.PRIMARY_KEY
                                        && part.columns().contains(column)))
                .isPresent();
        return wasRequired
                && rollout.changes(AlterColumn.class)
                        .noneMatch(other -> other.table().equals(change.table())
                                && other.action().column().equals(column)
                                && other.action().alteration() instanceof DropNotNull);
    }

    private boolean isProved(Rollout rollout, Change<AlterColumn> change) {
        return postgresVersion >= BELIEVES_CHECKS
                && rollout.before().table(change.table()).stream()
                        .flatMap(table -> table.parts().entrySet().stream())
                        .filter(part -> part.getValue().valid() || isValidatedHere(rollout, change, part.getKey()))
                        .filter(part -> !isDroppedBefore(rollout, change, part.getKey()))
                        .anyMatch(
                                part -> proves(part.getValue(), change.action().column()));
    }

    private static boolean proves(Part part, String column) {
        return isNotNull(part, column) || (part.kind() == PartKind.CHECK && implies(part.definition(), column));
    }

    /** PostgreSQL sees it in conditions that are joined by AND, and in no others. */
    private static boolean implies(String check, String column) {
        String bare = " " + check.replaceAll("[\"()\\s]+", " ").toUpperCase(Locale.ROOT);
        return bare.contains(" " + column.toUpperCase(Locale.ROOT) + " IS NOT NULL") && !bare.contains(" OR ");
    }

    private static boolean isValidatedHere(Rollout rollout, Change<AlterColumn> change, String check) {
        return rollout.changes(TableAction.ValidateConstraint.class)
                .anyMatch(validation -> validation.table().equals(change.table())
                        && validation.action().name().equals(check)
                        && validation.location().offset() < change.location().offset());
    }

    /** Of one ALTER TABLE PostgreSQL does what drops first, wherever it stands. */
    private static boolean isDroppedBefore(Rollout rollout, Change<AlterColumn> change, String check) {
        return rollout.changes(TableAction.DropConstraint.class)
                .anyMatch(drop -> drop.table().equals(change.table())
                        && drop.action().name().equals(check)
                        && drop.step().location().offset()
                                <= change.step().location().offset());
    }

    private Finding finding(Change<AlterColumn> change, String rewrite) {
        String column = change.action().column();
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "SET NOT NULL on %s takes %s while every row is read, and fails at the first NULL. %s"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                postgresVersion >= BELIEVES_CHECKS
                                        ? "Instead: " + rewrite
                                        : "PostgreSQL before 12 believes no check; keep a validated CHECK (%s IS NOT NULL) in its place"
                                                .formatted(SqlName.quote(column))));
    }

    /** A formula that is stored nowhere is computed for every row to see that it comes to no NULL. */
    private Finding virtual(Change<AddColumn> change) {
        String column = change.action().column().name();
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "the virtual column %s takes %s while it is computed for every row, and fails at the first NULL. Add it without NOT NULL, and then: %s"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                Rewrites.notNull(postgresVersion, change.table(), column)));
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
