package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AddConstraint;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint that a migration adds to a table that was there before.
 *
 * @param column behind whose type it is written, if it comes with one
 */
record AddedConstraint(
        SqlName table, Constraint constraint, Location.InFile location, Optional<ColumnDefinition> column) {

    /** Those of that kind. */
    static Stream<AddedConstraint> of(Rollout rollout, ConstraintKind kind) {
        Stream<AddedConstraint> alone = rollout.changes(AddConstraint.class)
                .map(change -> new AddedConstraint(
                        change.table(), change.action().constraint(), change.location(), Optional.empty()));
        Stream<AddedConstraint> withColumn = rollout.changes(AddColumn.class)
                .flatMap(change -> change.action().column().constraints().stream()
                        .map(constraint -> new AddedConstraint(
                                change.table(),
                                constraint,
                                change.location(),
                                Optional.of(change.action().column()))));
        return Stream.concat(alone, withColumn).filter(added -> added.kind() == kind);
    }

    /** Of a key WITHOUT OVERLAPS that of the exclusion by which PostgreSQL guards it. */
    private ConstraintKind kind() {
        return constraint.withoutOverlaps() ? ConstraintKind.EXCLUDE : constraint.kind();
    }

    /** Whether every row is looked at before it holds. */
    boolean isValidated() {
        return constraint.enforced() && !constraint.notValid();
    }

    /** A rewrite of the constraint alone; one that is written with its column gets the column first. */
    String rewritten(String rewrite) {
        return column.map(definition -> plain(definition) + rewrite).orElse(rewrite);
    }

    /** The column without its constraints; a formula is left to people. */
    private String plain(ColumnDefinition definition) {
        return definition.generation().isPresent()
                ? "/* the column without the constraint, then: */ "
                : "ALTER TABLE %s ADD COLUMN %s %s%s%s; "
                        .formatted(
                                table.sql(),
                                SqlName.quote(definition.name()),
                                definition.writtenType(),
                                definition
                                        .defaultValue()
                                        .map(value -> " DEFAULT " + value.text())
                                        .orElse(""),
                                definition.notNull() ? " NOT NULL" : "");
    }
}
