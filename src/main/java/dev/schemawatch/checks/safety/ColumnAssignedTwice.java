package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateObject;
import dev.schemawatch.sql.Command.CreateTable;
import dev.schemawatch.sql.Command.Insert;
import dev.schemawatch.sql.Command.Update;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableElement;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a column that one statement names twice where it may stand once. */
public final class ColumnAssignedTwice implements SafetyCheck {
    private static final Rule RULE = Rule.of(ColumnAssignedTwice.class, Severity.ERROR)
            .summary("A statement names the same column twice")
            .why("PostgreSQL refuses it when it runs (42701, 42601).")
            .instead("Name it once.")
            .alias("squawk", "ban-duplicate-column-assignments");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> tables = rollout.commands(CreateTable.class)
                .flatMap(step -> twice(TableElement.columns(step.command().elements())
                                .map(ColumnDefinition::name)
                                .toList())
                        .map(column -> finding(step.location(), step.command().name(), column, "defined")));
        Stream<Finding> updates = rollout.commands(Update.class)
                .flatMap(step -> twice(step.command().columns())
                        .map(column -> finding(step.location(), step.command().table(), column, "set")));
        Stream<Finding> inserts = rollout.commands(Insert.class)
                .flatMap(step -> twice(step.command().columns())
                        .map(column -> finding(step.location(), step.command().table(), column, "named")));
        Stream<Finding> views = rollout.commands(CreateObject.class)
                .flatMap(step -> twice(step.command().columns())
                        .map(column -> finding(step.location(), step.command().name(), column, "defined")));
        return Stream.of(tables, updates, inserts, views).flatMap(found -> found);
    }

    private static Stream<String> twice(List<String> columns) {
        Set<String> seen = new HashSet<>();
        return columns.stream().filter(column -> !seen.add(column)).distinct();
    }

    private static Finding finding(Location.InFile location, SqlName table, String column, String what) {
        return RULE.at(
                location,
                table.name() + "." + column,
                "the column %s of %s is %s twice, which PostgreSQL refuses; take one of them out"
                        .formatted(SqlName.quote(column), table.sql(), what));
    }
}
