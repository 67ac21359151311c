package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.Optional;

/** Adds, drops and renames primary and foreign keys. */
final class KeyPlanner {
    private final Task task;
    private final RelationNames names;
    private final DetachedKeys detached;

    KeyPlanner(Task task, RelationNames names) {
        this.task = task;
        this.names = names;
        this.detached = new DetachedKeys(task);
        detached.plan();
    }

    void planPrimaryKey(Difference difference) {
        switch (difference.verdict()) {
            case MISSING -> add(difference);
            case UNEXPECTED -> drop(difference);
            case DIFFERENT, UNDECIDED -> {
                if (difference.aspect().orElseThrow().equals("name")) {
                    renamePrimaryKey(difference);
                } else {
                    drop(difference);
                    add(difference);
                }
            }
        }
    }

    void planForeignKey(Difference difference) {
        switch (difference.verdict()) {
            case MISSING -> addForeignKey(difference);
            case UNEXPECTED ->
                dropForeignKey(difference, difference.object().member().orElseThrow());
            case DIFFERENT, UNDECIDED -> {
                if (difference.aspect().orElseThrow().equals("name")) {
                    if (!detached.renames(difference)) {
                        rename(difference);
                    }
                } else {
                    dropForeignKey(difference, changed(difference).name());
                    addForeignKey(difference);
                }
            }
        }
    }

    private void add(Difference difference) {
        Table table = task.expectedTable(difference);
        PrimaryKey key = table.primaryKey().orElseThrow();
        if (names.hold(new QualifiedName(table.name().schema(), key.name()))) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.BLOCKED,
                            "the name " + key.name() + " belongs to an object that stays: rename or drop that first");
            return;
        }
        task.draft()
                .add(
                        Stage.PRIMARY_KEYS,
                        difference,
                        alter(difference) + " ADD " + PostgresRenderer.primaryKey(key),
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.INDEX_BUILD,
                        Hazard.FAILS_ON_SOME_ROWS);
    }

    private void drop(Difference difference) {
        task.actualTable(difference)
                .primaryKey()
                .ifPresent(key -> task.draft()
                        .add(
                                Stage.DROP_PRIMARY_KEYS,
                                difference,
                                alter(difference) + " DROP CONSTRAINT " + name(key.name()),
                                Hazard.ACCESS_EXCLUSIVE_LOCK,
                                Hazard.INDEX_DROPPED));
    }

    /** A key that gets other columns too is made under its new name. */
    private void renamePrimaryKey(Difference difference) {
        boolean madeAnew = task.wanted(difference.object().kind(), "columns")
                .anyMatch(other -> other.object().equals(difference.object()));
        if (!madeAnew) {
            rename(difference);
        }
    }

    private void rename(Difference difference) {
        new Renaming(task, names)
                .plan(
                        difference,
                        (from, to) -> alter(difference) + " RENAME CONSTRAINT " + name(from) + " TO " + name(to));
    }

    private void addForeignKey(Difference difference) {
        ForeignKey key = task.expectedTable(difference).foreignKeys().stream()
                .filter(one -> one.name().equals(difference.object().member().orElseThrow()))
                .findFirst()
                .orElseThrow();
        if (TablePlanner.canBeReferredTo(task, names, key.referencedTable())) {
            task.draft()
                    .add(
                            Stage.FOREIGN_KEYS,
                            difference,
                            alter(difference) + " ADD " + PostgresRenderer.foreignKey(key),
                            Hazard.SHARE_ROW_EXCLUSIVE_LOCK,
                            Hazard.TABLE_SCAN,
                            Hazard.FAILS_ON_SOME_ROWS);
        } else {
            task.draft()
                    .leaveOut(difference, Cause.BLOCKED, key.referencedTable() + ", which it refers to, is not made");
        }
    }

    private void dropForeignKey(Difference difference, String key) {
        task.draft()
                .add(
                        Stage.DROP_FOREIGN_KEYS,
                        difference,
                        alter(difference) + " DROP CONSTRAINT " + name(key),
                        Hazard.ACCESS_EXCLUSIVE_LOCK);
    }

    /** The key that stands where another one is expected: of the same name, else of the content that the difference shows. */
    private ForeignKey changed(Difference difference) {
        Table table = task.actualTable(difference);
        Optional<ForeignKey> sameName = table.foreignKeys().stream()
                .filter(key -> key.name().equals(difference.object().member().orElseThrow()))
                .filter(key -> key.display().equals(difference.actual()))
                .findFirst();
        return sameName.or(() -> table.foreignKeys().stream()
                        .filter(key -> key.display().equals(difference.actual()))
                        .findFirst())
                .orElseThrow();
    }

    private static String alter(Difference difference) {
        return "ALTER TABLE " + name(difference.object().owner());
    }
}
