package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable.Part;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.AddConstraint;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetNotNull;
import dev.schemawatch.sql.TableAction.DropConstraint;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags DROP CONSTRAINT where no constraint takes its place. */
public final class DroppedConstraint implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedConstraint.class, Severity.INFO)
            .summary("A guarantee is given up")
            .why("Rows that the constraint kept out come in from now on, and it cannot be added again before"
                    + " they are mended.")
            .instead("Be sure that nothing relies on it; to change it, add the new one NOT VALID before the old"
                    + " one goes.")
            .alias("atlas", "CD101")
            .alias("atlas", "CD102")
            .alias("atlas", "CD103");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(DropConstraint.class)
                .filter(change -> !isReplaced(rollout, change))
                .map(change -> RULE.at(
                        change.location(),
                        change.action().name(),
                        "the %s %s of %s goes, and what it kept out comes in; be sure that nothing relies on it"
                                .formatted(
                                        kind(rollout, change),
                                        SqlName.quote(change.action().name()),
                                        change.table().sql())));
    }

    /** A constraint of the same name, or on a column that goes or becomes NOT NULL as well, is no loss. */
    private static boolean isReplaced(Rollout rollout, Change<DropConstraint> change) {
        boolean added = rollout.changes(AddConstraint.class)
                .filter(other -> other.table().equals(change.table()))
                .anyMatch(other -> other.action()
                                .constraint()
                                .name()
                                .equals(Optional.of(change.action().name()))
                        || part(rollout, change)
                                .filter(part -> part.columns()
                                        .equals(other.action().constraint().columns()))
                                .isPresent());
        boolean columnGoes = rollout.changes(TableAction.DropColumn.class)
                .filter(other -> other.table().equals(change.table()))
                .anyMatch(other -> part(rollout, change)
                        .filter(part -> part.columns().contains(other.action().column()))
                        .isPresent());
        boolean tableGoes = rollout.commands(Command.DropObjects.class)
                .anyMatch(drop -> drop.command().names().contains(change.table()));
        return added || columnGoes || tableGoes || isNotNullNow(rollout, change);
    }

    /** A check that did no more than prove SET NOT NULL has done its work. */
    private static boolean isNotNullNow(Rollout rollout, Change<DropConstraint> change) {
        Optional<String> check = part(rollout, change)
                .map(part -> part.definition()
                        .replaceAll("[\"()\\s]+", " ")
                        .replace("CHECK ", "")
                        .strip());
        return rollout.changes(AlterColumn.class)
                .filter(other -> other.table().equals(change.table()))
                .filter(other -> other.action().alteration() instanceof SetNotNull)
                .anyMatch(other -> check.filter(
                                text -> text.equalsIgnoreCase(other.action().column() + " IS NOT NULL"))
                        .isPresent());
    }

    private static Optional<Part> part(Rollout rollout, Change<DropConstraint> change) {
        return rollout.before()
                .table(change.table())
                .flatMap(table -> table.part(change.action().name()));
    }

    private static String kind(Rollout rollout, Change<DropConstraint> change) {
        return part(rollout, change).map(part -> part.kind().word()).orElse("constraint");
    }
}
