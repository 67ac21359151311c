package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateType;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlType;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetType;
import java.util.stream.Stream;

/** Flags ALTER COLUMN TYPE, except where the old type is known and every value keeps its form. */
public final class ColumnTypeRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(ColumnTypeRewritesTable.class, Severity.WARNING)
            .summary("A column gets another type, and the table is written anew under a lock")
            .why("ALTER COLUMN TYPE takes ACCESS EXCLUSIVE while every row and every index of the column is"
                    + " written anew, and the release that still runs may not understand the new type.")
            .instead("Add a column of the new type, let the application write both, fill it in batches, read from"
                    + " it, and drop the old one in a later migration.")
            .alias("squawk", "changing-column-type")
            .alias("atlas", "PG301")
            .alias("strong_migrations", "change_column")
            .alias("strong_migrations", "change_column_constraint")
            .alias("eugene", "E5")
            .alias("postgres-language-server", "changing-column-type");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> typed = rollout.changes(AlterColumn.class)
                .filter(change ->
                        change.action().alteration() instanceof SetType type && !isKept(rollout, change, type))
                .map(change -> finding(rollout, change));
        Stream<Finding> collated = rollout.changes(AlterColumn.class)
                .filter(change -> change.action().alteration() instanceof SetType type
                        && type.collated()
                        && isKept(rollout, change, type))
                .map(ColumnTypeRewritesTable::collation);
        return Stream.concat(typed, collated);
    }

    private static boolean isKept(Rollout rollout, Change<AlterColumn> change, SetType type) {
        return type.using().isEmpty() && keepsValues(rollout, change, type.type());
    }

    /** The values stay; every index that sorts them is in another order. */
    private static Finding collation(Change<AlterColumn> change) {
        String column = change.action().column();
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "another order of %s takes %s while every index of the column is built anew, unless it is the order that the column has already. A query can name its order itself, ORDER BY %s COLLATE …, and an index for it is built CONCURRENTLY"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                SqlName.quote(column)));
    }

    private static boolean keepsValues(Rollout rollout, Change<AlterColumn> change, SqlType wanted) {
        return rollout.before()
                .table(change.table())
                .flatMap(table -> table.column(change.action().column()))
                .filter(column -> TypeChange.keepsValues(column.type(), wanted))
                .isPresent();
    }

    private static Finding finding(Rollout rollout, Change<AlterColumn> change) {
        String column = change.action().column();
        String type = change.action().alteration() instanceof SetType set ? set.written() : "";
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "making %s a %s takes %s while the table and the indexes of the column are written anew%s"
                        .formatted(
                                SqlName.quote(column),
                                type,
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                isMadeHere(rollout, change)
                                        ? ". To take a label away, Prisma makes the type anew; leave the label where it is, and keep the application from writing it"
                                        : ", unless the values keep their form. Instead: ALTER TABLE %s ADD COLUMN %s %s; /* then fill it in batches while the application writes both, and drop the old one later */"
                                                .formatted(
                                                        change.table().sql(), SqlName.quote(column + "_new"), type)));
    }

    private static boolean isMadeHere(Rollout rollout, Change<AlterColumn> change) {
        return change.action().alteration() instanceof SetType set
                && rollout.commands(CreateType.class)
                        .anyMatch(made ->
                                made.command().name().name().equals(set.type().name()));
    }
}
