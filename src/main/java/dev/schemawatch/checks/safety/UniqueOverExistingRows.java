package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a unique index or constraint over columns that were there before. */
public final class UniqueOverExistingRows implements SafetyCheck {
    private static final Rule RULE = Rule.of(UniqueOverExistingRows.class, Severity.WARNING)
            .summary("Values that are there already must be unique from now on")
            .why("The migration fails at the first pair of equal values.")
            .instead("Look for duplicates first, in every database that the migration is to run on, and decide"
                    + " which row stays.")
            .alias("atlas", "MF101")
            .alias("atlas", "MF102");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> indexes = rollout.commands(CreateIndex.class)
                .filter(step -> step.command().unique()
                        && !rollout.isMade(step.command().table()))
                .filter(step -> !isOnNewColumn(
                        rollout, step.command().table(), step.command().columns()))
                .map(step -> finding(
                        step.location(),
                        Words.named(step.command()),
                        step.command().table(),
                        step.command().columns()));
        Stream<Finding> constraints = AddedConstraint.of(rollout, ConstraintKind.UNIQUE)
                .filter(change -> change.constraint().usingIndex().isEmpty())
                .flatMap(change -> change.column()
                        .map(column -> withColumn(change, column))
                        .orElseGet(() -> alone(rollout, change)));
        return Stream.concat(indexes, constraints);
    }

    private static Stream<Finding> alone(Rollout rollout, AddedConstraint change) {
        List<String> columns = change.constraint().columns();
        return isOnNewColumn(rollout, change.table(), columns)
                ? Stream.empty()
                : Stream.of(finding(change.location(), Words.named(change.constraint()), change.table(), columns));
    }

    private static Stream<Finding> withColumn(AddedConstraint change, ColumnDefinition column) {
        return column
                .defaultValue()
                .filter(value -> !value.isNull() && !value.mayBeVolatile())
                .map(value -> RULE.at(
                        change.location(),
                        change.table().name() + "." + column.name(),
                        "the default %s is the same for every row, so the unique column %s fails where %s has two rows. Instead: add it without the default, give each row a value of its own, then make it unique"
                                .formatted(
                                        value.text(),
                                        SqlName.quote(column.name()),
                                        change.table().sql())))
                .stream();
    }

    /** A column that comes empty holds NULL, and NULLs do not collide; one with a default for all rows does, and is found. */
    private static boolean isOnNewColumn(Rollout rollout, SqlName table, List<String> columns) {
        return rollout.changes(AddColumn.class)
                .filter(change -> change.table().equals(table))
                .map(change -> change.action().column())
                .filter(column -> !column.fillsItself())
                .anyMatch(column -> columns.contains(column.name()));
    }

    private static Finding finding(Location.InFile location, String name, SqlName table, List<String> columns) {
        String keys =
                columns.isEmpty() ? "" : columns.stream().map(SqlName::quote).collect(Collectors.joining(", "));
        return RULE.at(
                location,
                name,
                "%s fails at the first two rows of %s with equal values%s"
                        .formatted(
                                name,
                                table.sql(),
                                keys.isEmpty()
                                        ? "; look for them first"
                                        : ". Instead of hoping, look first: SELECT %s FROM %s GROUP BY %s HAVING count(*) > 1;"
                                                .formatted(keys, table.sql(), keys)));
    }
}
