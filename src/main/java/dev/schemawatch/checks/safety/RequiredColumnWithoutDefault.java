package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.stream.Stream;

/** Flags a NOT NULL column without a default on a table that was there before. */
public final class RequiredColumnWithoutDefault implements SafetyCheck {
    private static final Rule RULE = Rule.of(RequiredColumnWithoutDefault.class, Severity.ERROR)
            .summary("A required column is added without a value for the rows that are there")
            .why("The migration fails as soon as the table holds one row, and the release that still runs"
                    + " cannot insert any more.")
            .instead("Add the column without NOT NULL, or with a default; fill it; then make it NOT NULL.")
            .alias("squawk", "adding-required-field")
            .alias("atlas", "MF103")
            .alias("postgres-language-server", "adding-required-field");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Change<AddColumn>> atOnce = rollout.changes(AddColumn.class)
                .filter(change -> change.action().column().isRequired()
                        && !change.action().column().fillsItself());
        Stream<Finding> inTwoSteps = NewRequiredColumn.of(rollout)
                .filter(column -> column.isEmpty(rollout))
                .map(column -> finding(column.added(), column.set().location()));
        return Stream.concat(atOnce.map(change -> finding(change, change.location())), inTwoSteps);
    }

    private static Finding finding(Change<AddColumn> change, Location.InFile location) {
        ColumnDefinition column = change.action().column();
        String table = change.table().sql();
        String name = SqlName.quote(column.name());
        return RULE.at(
                location,
                change.table().name() + "." + column.name(),
                "the new column %s of %s must have a value, and the rows that are there get none: this fails unless the table is empty. Instead: ALTER TABLE %s ADD COLUMN %s %s; /* fill it, then: */ ALTER TABLE %s ALTER COLUMN %s SET NOT NULL;"
                        .formatted(name, table, table, name, column.writtenType(), table, name));
    }
}
