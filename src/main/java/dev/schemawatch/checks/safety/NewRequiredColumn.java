package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlExpression;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetNotNull;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.Generation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column that one migration adds to a table that was there before, and makes NOT NULL in a second step.
 *
 * @param added without NOT NULL
 * @param set the second step, in the same statement or a later one
 */
record NewRequiredColumn(Change<AddColumn> added, Change<AlterColumn> set) {

    /** All of them. */
    static Stream<NewRequiredColumn> of(Rollout rollout) {
        return rollout.changes(AlterColumn.class)
                .filter(set -> set.action().alteration() instanceof SetNotNull)
                .flatMap(set -> addition(rollout, set)
                        .filter(added -> !isNotNull(added.action().column()))
                        .map(added -> new NewRequiredColumn(added, set))
                        .stream());
    }

    /** Where the migration adds the column that a step changes. */
    static Optional<Change<AddColumn>> addition(Rollout rollout, Change<AlterColumn> change) {
        return rollout.changes(AddColumn.class)
                .filter(added -> added.table().equals(change.table())
                        && added.action().column().name().equals(change.action().column()))
                .filter(added -> offset(added) <= offset(change))
                .filter(added -> !added.action().ifNotExists() || !isThere(rollout, change))
                .findFirst();
    }

    /** Whether the rows that are there hold NULL for certain: no default, and nothing between the steps that may fill them. */
    boolean isEmpty(Rollout rollout) {
        return !added.action().column().fillsItself()
                && !added.step().inBlock()
                && !set.step().inBlock()
                && rollout.migration().statements().stream()
                        .filter(statement -> statement.location().offset() > offset(added)
                                && statement.location().offset() < offset(set))
                        .noneMatch(this::mayFill);
    }

    /**
     * Statements that come to the same without a look at every row under the lock.
     *
     * @param postgresVersion the major version that they are to run on
     */
    String rewritten(int postgresVersion) {
        ColumnDefinition column = added.action().column();
        String addition = "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(set.table().sql(), SqlName.quote(column.name()), column.writtenType());
        Optional<SqlExpression> value = column.defaultValue().filter(any -> !any.isNull());
        if (value.filter(any -> !any.mayBeVolatile()).isPresent()) {
            return addition + " NOT NULL DEFAULT " + value.get().text() + ";";
        }
        return (column.generation().isEmpty()
                        ? addition + "; /* fill it in batches, then: */ "
                        : "/* the column, then: */ ")
                + Rewrites.notNull(postgresVersion, set.table(), column.name());
    }

    private boolean mayFill(SqlStatement statement) {
        return switch (statement.command()) {
            case Command.Update update ->
                update.table().normal().equals(set.table().normal());
            // Functions may be called, and code is read in part only.
            case Command.DoBlock _, Command.Insert _, Command.Delete _, Command.Truncate _, Command.CreateTable _ ->
                true;
            case Command.Other other -> !other.verb().equals("COMMENT");
            case Command _ -> false;
        };
    }

    /** Serial and identity columns are, whether it is written or not. */
    private static boolean isNotNull(ColumnDefinition column) {
        return column.isRequired()
                || column.type().isSerial()
                || column.generation().equals(Optional.of(Generation.IDENTITY));
    }

    private static boolean isThere(Rollout rollout, Change<AlterColumn> change) {
        return rollout.before()
                .table(change.table())
                .flatMap(table -> table.column(change.action().column()))
                .isPresent();
    }

    private static int offset(Change<?> change) {
        return change.step().statement().location().offset();
    }
}
