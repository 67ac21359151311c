package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableElement;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.stream.Stream;

/**
 * A column that a migration makes, with a table or in one.
 *
 * @param table of the column
 */
record NewColumn(SqlName table, ColumnDefinition definition) {

    /** All of them. */
    static Stream<NewColumn> of(Rollout rollout) {
        return rollout.steps().stream().flatMap(step -> switch (step.command()) {
            case Command.CreateTable create ->
                TableElement.columns(create.elements()).map(column -> new NewColumn(create.name(), column));
            case Command.AlterTable alter ->
                alter.actions().stream()
                        .filter(TableAction.AddColumn.class::isInstance)
                        .map(TableAction.AddColumn.class::cast)
                        .map(add -> new NewColumn(alter.name(), add.column()));
            case Command _ -> Stream.empty();
        });
    }

    /** Table and column. */
    String subject() {
        return table.name() + "." + definition.name();
    }
}
