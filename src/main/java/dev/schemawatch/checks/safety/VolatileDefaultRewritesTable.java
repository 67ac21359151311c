package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateObject;
import dev.schemawatch.sql.SqlExpression;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a column that comes with a default which gives every row another value. */
public final class VolatileDefaultRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(VolatileDefaultRewritesTable.class, Severity.WARNING)
            .summary("A new column has a default that is computed for every row, under a lock")
            .why("A default that does not depend on the row is stored once (PostgreSQL 11). One that may give"
                    + " every row another value is written into every row, under ACCESS EXCLUSIVE.")
            .instead("Add the column without the default, set the default for new rows, and fill the old rows in"
                    + " batches.")
            .alias("squawk", "adding-field-with-default")
            .alias("atlas", "PG302")
            .alias("strong_migrations", "add_column_default")
            .alias("strong_migrations", "add_column_default_callable")
            .alias("postgres-language-server", "adding-field-with-default");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Set<String> steady = rollout.commands(CreateObject.class)
                .map(Step::command)
                .filter(CreateObject::steady)
                .map(function -> function.name().name())
                .collect(Collectors.toSet());
        return rollout.changes(AddColumn.class)
                .filter(change -> change.action()
                        .column()
                        .defaultValue()
                        .filter(value -> value.mayBeVolatile(steady))
                        .isPresent())
                .map(VolatileDefaultRewritesTable::finding);
    }

    private static Finding finding(Change<AddColumn> change) {
        ColumnDefinition column = change.action().column();
        String value = column.defaultValue().map(SqlExpression::text).orElse("");
        return RULE.at(
                change.location(),
                change.table().name() + "." + column.name(),
                "the default %s of the new column %s may give every row another value, so every row is written under ACCESS EXCLUSIVE on %s: reads and writes wait. Instead: ALTER TABLE %s ADD COLUMN %s %s; ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s; /* then fill the old rows in batches */"
                        .formatted(
                                value,
                                SqlName.quote(column.name()),
                                change.table().sql(),
                                change.table().sql(),
                                SqlName.quote(column.name()),
                                column.writtenType(),
                                change.table().sql(),
                                SqlName.quote(column.name()),
                                value));
    }
}
