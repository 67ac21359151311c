package dev.schemawatch.diff;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two shapes of the table behind an implicit many-to-many relation: Prisma makes a primary key over {@code A} and
 * {@code B} since version 6, a unique index before.
 */
final class ImplicitRelation {
    private static final List<String> SIDES = List.of("A", "B");

    private ImplicitRelation() {}

    /** Which major version made the actual table, when the expected one has the other shape. */
    static Optional<String> shapeOfAnotherMajor(Pair<Table> tables) {
        if (!tables.expected().name().name().startsWith("_") || !hasTwoSides(tables.expected())) {
            return Optional.empty();
        }
        if (hasKey(tables.expected()) && !hasKey(tables.actual()) && hasUniqueIndex(tables.actual())) {
            return Optional.of("this table was made by a Prisma before 6, which gave it a unique index over (A, B);"
                    + " Prisma 6 and later want a primary key");
        }
        if (!hasKey(tables.expected()) && hasUniqueIndex(tables.expected()) && hasKey(tables.actual())) {
            return Optional.of("this table was made by Prisma 6 or later, which gave it a primary key over (A, B);"
                    + " earlier versions want a unique index");
        }
        return Optional.empty();
    }

    /** Whether the index is the one that takes the primary key's place. */
    static boolean standsForKey(Index index) {
        return index.unique()
                && index.keys().stream().map(Index.Key::display).toList().equals(SIDES);
    }

    private static boolean hasTwoSides(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(SIDES));
    }

    private static boolean hasKey(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).filter(SIDES::equals).isPresent();
    }

    private static boolean hasUniqueIndex(Table table) {
        return table.indexes().stream().anyMatch(ImplicitRelation::standsForKey);
    }
}
