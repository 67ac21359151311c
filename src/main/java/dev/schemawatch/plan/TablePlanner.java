package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.Optional;

/** Makes tables with all that belongs to them, and drops them. */
final class TablePlanner {
    private final Task task;
    private final RelationNames names;

    TablePlanner(Task task, RelationNames names) {
        this.task = task;
        this.names = names;
    }

    void plan(Difference difference) {
        if (difference.verdict() == Verdict.UNEXPECTED) {
            drop(difference, task.actualTable(difference));
            return;
        }
        Table table = task.expectedTable(difference);
        taken(table)
                .ifPresentOrElse(
                        name -> task.draft()
                                .leaveOut(
                                        difference,
                                        Cause.BLOCKED,
                                        "the name " + name + " belongs to an object that stays: rename or drop that"
                                                + " first"),
                        () -> create(difference, table));
    }

    /** A key that is left out with the table it refers to would only fail. */
    static boolean canBeReferredTo(Task task, RelationNames names, QualifiedName table) {
        Table expected = task.schemas().expected().tables().get(table);
        boolean made = expected != null
                && task.wanted(ObjectKind.TABLE, Verdict.MISSING)
                        .anyMatch(difference -> difference.object().owner().equals(table))
                && RelationNames.of(expected).noneMatch(names::hold);
        return made || task.schemas().actual().tables().containsKey(table);
    }

    private Optional<QualifiedName> taken(Table table) {
        return RelationNames.of(table).filter(names::hold).findFirst();
    }

    private void create(Difference difference, Table table) {
        task.draft().add(Stage.TABLES, difference, PostgresRenderer.createTable(table));
        for (Index index : table.indexes()) {
            task.draft().add(Stage.INDEXES, difference, PostgresRenderer.createIndex(table.name(), index));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (canBeReferredTo(task, names, key.referencedTable())) {
                String sql = "ALTER TABLE " + name(table.name()) + " ADD " + PostgresRenderer.foreignKey(key);
                if (task.schemas().actual().tables().containsKey(key.referencedTable())) {
                    task.draft().add(Stage.FOREIGN_KEYS, difference, sql, Hazard.SHARE_ROW_EXCLUSIVE_LOCK);
                } else {
                    task.draft().add(Stage.FOREIGN_KEYS, difference, sql);
                }
            } else {
                task.draft()
                        .leaveOut(
                                difference,
                                Cause.BLOCKED,
                                "without its foreign key " + key.name() + ", since " + key.referencedTable()
                                        + " is not made");
            }
        }
    }

    /** Tables that go may refer to each other, so that their keys go first. */
    private void drop(Difference difference, Table table) {
        for (ForeignKey key : table.foreignKeys()) {
            task.draft()
                    .add(
                            Stage.DROP_FOREIGN_KEYS,
                            difference,
                            "ALTER TABLE " + name(table.name()) + " DROP CONSTRAINT " + name(key.name()),
                            Hazard.ACCESS_EXCLUSIVE_LOCK);
        }
        task.draft()
                .add(
                        Stage.DROP_TABLES,
                        difference,
                        "DROP TABLE " + name(table.name()),
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.DELETES_DATA);
    }
}
