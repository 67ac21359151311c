package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Foreign keys that are as they should be and stand in the way of another change: PostgreSQL does not drop the key that they
 * lean on, and does not let their columns have two types. They are taken off first and put back last.
 */
final class DetachedKeys {
    private final Task task;

    DetachedKeys(Task task) {
        this.task = task;
    }

    void plan() {
        for (Difference difference : task.wanted()) {
            Table table =
                    task.schemas().actual().tables().get(difference.object().owner());
            if (table == null || difference.verdict() == Verdict.MISSING) {
                continue;
            }
            for (Table other : task.schemas().actual().tables().values()) {
                other.foreignKeys().stream()
                        .filter(key -> isInTheWay(key, other, difference, table) && !isDroppedAnyway(other, key))
                        .forEach(key -> detach(difference, other, key));
            }
        }
    }

    /** Whether the foreign key is put back under its new name, so that it needs no other statement. */
    boolean renames(Difference difference) {
        Table table = task.actualTable(difference);
        return table.foreignKeys().stream()
                .filter(key -> key.name().equals(difference.actual()))
                .anyMatch(key -> task.wanted().stream()
                        .filter(other -> other.verdict() != Verdict.MISSING)
                        .anyMatch(other -> Optional.ofNullable(task.schemas()
                                        .actual()
                                        .tables()
                                        .get(other.object().owner()))
                                .filter(owner -> isInTheWay(key, table, other, owner))
                                .isPresent()));
    }

    private boolean isInTheWay(ForeignKey key, Table keysTable, Difference difference, Table table) {
        return switch (difference.object().kind()) {
            case COLUMN ->
                isOtherType(difference)
                        && uses(
                                key,
                                keysTable,
                                table,
                                difference.object().member().orElseThrow());
            case PRIMARY_KEY, INDEX ->
                isRemoved(difference)
                        && key.referencedTable().equals(table.name())
                        && leansOn(difference, table).stream()
                                .anyMatch(columns -> sameColumns(columns, key.referencedColumns()));
            case NAMESPACE, EXTENSION, ENUM, TABLE, VIEW, FOREIGN_KEY, SEQUENCE -> false;
        };
    }

    private static boolean uses(ForeignKey key, Table keysTable, Table table, String column) {
        return keysTable.equals(table) && key.columns().contains(column)
                || key.referencedTable().equals(table.name())
                        && key.referencedColumns().contains(column);
    }

    private boolean isOtherType(Difference difference) {
        return difference.aspect().filter("type"::equals).isPresent()
                && !task.columns(difference).same(column -> column.type().name());
    }

    private static boolean isRemoved(Difference difference) {
        return difference.verdict() == Verdict.UNEXPECTED
                || difference
                        .aspect()
                        .filter(aspect -> aspect.equals("columns") || aspect.equals("definition"))
                        .isPresent();
    }

    private static Optional<List<String>> leansOn(Difference difference, Table table) {
        return difference.object().kind() == ObjectKind.PRIMARY_KEY
                ? table.primaryKey().map(PrimaryKey::columns)
                : table.indexes().stream()
                        .filter(index -> index.unique()
                                && index.name()
                                        .equals(difference.object().member().orElseThrow()))
                        .findFirst()
                        .map(IndexPlanner::columns);
    }

    private static boolean sameColumns(Collection<String> one, Collection<String> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }

    private boolean isDroppedAnyway(Table table, ForeignKey key) {
        return task.drops(table.name())
                || task.wanted(ObjectKind.FOREIGN_KEY, Verdict.UNEXPECTED)
                        .anyMatch(difference -> difference.object().owner().equals(table.name())
                                && difference.object().member().orElseThrow().equals(key.name()))
                || task.wanted(ObjectKind.FOREIGN_KEY, "definition")
                        .anyMatch(difference -> difference.object().owner().equals(table.name())
                                && difference.actual().equals(key.display()));
    }

    private void detach(Difference difference, Table table, ForeignKey key) {
        String alter = "ALTER TABLE " + name(table.name());
        task.draft()
                .add(
                        Stage.DROP_FOREIGN_KEYS,
                        difference,
                        alter + " DROP CONSTRAINT " + name(key.name()),
                        Hazard.ACCESS_EXCLUSIVE_LOCK);
        ForeignKey renamed = new ForeignKey(
                rightName(table.name(), key),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate());
        task.draft()
                .add(
                        Stage.FOREIGN_KEYS,
                        difference,
                        alter + " ADD " + PostgresRenderer.foreignKey(renamed),
                        Hazard.SHARE_ROW_EXCLUSIVE_LOCK,
                        Hazard.TABLE_SCAN);
    }

    private String rightName(QualifiedName table, ForeignKey key) {
        Stream<Difference> renames = task.wanted(ObjectKind.FOREIGN_KEY, "name")
                .filter(difference -> difference.object().owner().equals(table));
        return renames.filter(difference -> difference.actual().equals(key.name()))
                .map(Difference::expected)
                .findFirst()
                .orElse(key.name());
    }
}
