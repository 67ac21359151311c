package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes, drops and renames indexes. Dropping and making anew is the only way to another definition. */
final class IndexPlanner {
    private final Task task;
    private final RelationNames names;

    IndexPlanner(Task task, RelationNames names) {
        this.task = task;
        this.names = names;
    }

    void plan(Difference difference) {
        QualifiedName index = new QualifiedName(
                difference.object().owner().schema(),
                difference.object().member().orElseThrow());
        switch (difference.verdict()) {
            case MISSING -> create(difference, index);
            case UNEXPECTED -> drop(difference, index);
            case DIFFERENT, UNDECIDED -> {
                switch (difference.aspect().orElseThrow()) {
                    case "name" -> rename(difference, index);
                    case "validity" -> reindex(difference, index);
                    default -> {
                        drop(difference, index);
                        create(difference, index);
                    }
                }
            }
        }
    }

    /** Whether dropping the column takes the index away. */
    static boolean speaksOf(Index index, String column) {
        return columns(index).contains(column) || index.included().contains(column);
    }

    /** The plain columns among the keys. */
    static List<String> columns(Index index) {
        return index.keys().stream()
                .filter(Index.Key.OfColumn.class::isInstance)
                .map(key -> ((Index.Key.OfColumn) key).column())
                .toList();
    }

    private void create(Difference difference, QualifiedName name) {
        if (names.hold(name)) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.BLOCKED,
                            "the name " + name + " belongs to an object that stays: rename or drop that first");
            return;
        }
        Table table = task.expectedTable(difference);
        Index index = find(table, name.name()).orElseThrow();
        List<Hazard> hazards = new ArrayList<>(List.of(Hazard.SHARE_LOCK, Hazard.INDEX_BUILD));
        if (index.unique()) {
            hazards.add(Hazard.FAILS_ON_SOME_ROWS);
        }
        task.draft()
                .add(
                        Stage.INDEXES,
                        difference,
                        PostgresRenderer.createIndex(table.name(), index),
                        hazards.toArray(Hazard[]::new));
    }

    /** A unique index can belong to a constraint, which the catalog that was read does not tell: then that is dropped. */
    private void drop(Difference difference, QualifiedName name) {
        boolean unique = find(task.actualTable(difference), name.name())
                .filter(Index::unique)
                .isPresent();
        if (unique) {
            task.draft()
                    .add(
                            Stage.DROP_INDEXES,
                            difference,
                            "ALTER TABLE " + name(difference.object().owner()) + " DROP CONSTRAINT IF EXISTS "
                                    + name(name.name()),
                            Hazard.ACCESS_EXCLUSIVE_LOCK);
        }
        task.draft()
                .add(
                        Stage.DROP_INDEXES,
                        difference,
                        "DROP INDEX " + (unique ? "IF EXISTS " : "") + name(name),
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.INDEX_DROPPED);
    }

    /** An index goes with a column that is replaced, which without leave to lose data none is. */
    private void rename(Difference difference, QualifiedName name) {
        boolean madeAnew = task.destructive()
                && find(task.expectedTable(difference), name.name()).stream()
                        .flatMap(index -> columns(index).stream())
                        .anyMatch(column -> task.isReplaced(difference.object().owner(), column));
        if (!madeAnew) {
            new Renaming(task, names)
                    .plan(
                            difference,
                            (from, to) -> "ALTER INDEX " + name(new QualifiedName(name.schema(), from)) + " RENAME TO "
                                    + name(to));
        }
    }

    private void reindex(Difference difference, QualifiedName name) {
        task.draft()
                .add(Stage.INDEXES, difference, "REINDEX INDEX " + name(name), Hazard.SHARE_LOCK, Hazard.INDEX_BUILD);
    }

    private static Optional<Index> find(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst();
    }
}
