package dev.schemawatch.plan;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.QualifiedName;
import java.util.function.BinaryOperator;

/** Gives indexes and constraints of the right content their right names, also where two of them bear each other's. */
final class Renaming {
    private static final String ASIDE = "schemawatch_";

    private final Task task;
    private final RelationNames names;

    Renaming(Task task, RelationNames names) {
        this.task = task;
        this.names = names;
    }

    /** @param sql the statement that renames from the first name to the second */
    void plan(Difference difference, BinaryOperator<String> sql) {
        String from = difference.actual();
        String to = difference.expected();
        boolean taken = difference.object().kind() == ObjectKind.FOREIGN_KEY
                ? isKeptByAnotherKey(difference, to)
                : names.hold(new QualifiedName(difference.object().owner().schema(), to));
        if (taken) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.BLOCKED,
                            "the name " + to + " belongs to an object that stays: rename or drop that first");
            return;
        }
        if (!isWantedByAnother(difference)) {
            task.draft().add(Stage.RENAMES, difference, sql.apply(from, to));
            return;
        }
        String aside = ASIDE + Integer.toHexString(from.hashCode());
        task.draft().add(Stage.STEP_ASIDE, difference, sql.apply(from, aside));
        task.draft().add(Stage.RENAMES, difference, sql.apply(aside, to));
    }

    /** The names of foreign keys belong to their table alone. */
    private boolean isKeptByAnotherKey(Difference difference, String name) {
        return task.actualTable(difference).foreignKeys().stream()
                .filter(key -> key.name().equals(name))
                .anyMatch(key -> task.wanted().stream()
                        .filter(other -> other.object()
                                .owner()
                                .equals(difference.object().owner()))
                        .noneMatch(other -> givesAway(other, key)));
    }

    private static boolean givesAway(Difference other, ForeignKey key) {
        return other.object().kind() == ObjectKind.FOREIGN_KEY
                && switch (other.verdict()) {
                    case UNEXPECTED -> other.object().member().orElseThrow().equals(key.name());
                    case DIFFERENT, UNDECIDED ->
                        other.actual().equals(key.name()) || other.actual().equals(key.display());
                    case MISSING -> false;
                };
    }

    private boolean isWantedByAnother(Difference difference) {
        return task.wanted().stream()
                .filter(other -> other.aspect().filter("name"::equals).isPresent())
                .filter(other -> other.object()
                        .owner()
                        .schema()
                        .equals(difference.object().owner().schema()))
                .anyMatch(other -> other.expected().equals(difference.actual()));
    }
}
