package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.MINOR;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Compares the foreign keys of a table. As in Prisma, a key is known by what it says, not by its name; a second key that
 * says the same is of no interest.
 */
final class ForeignKeyDiffer {
    private static final BiPredicate<ForeignKey, ForeignKey> SAME_NAME =
            (expected, actual) -> expected.name().equals(actual.name());
    private static final BiPredicate<ForeignKey, ForeignKey> SAME_COLUMNS =
            (expected, actual) -> expected.columns().equals(actual.columns());
    private static final BiPredicate<ForeignKey, ForeignKey> SAME_CONTENT =
            SAME_COLUMNS.and((expected, actual) -> expected.referencedTable().equals(actual.referencedTable())
                    && expected.referencedColumns().equals(actual.referencedColumns())
                    && expected.onDelete() == actual.onDelete()
                    && expected.onUpdate() == actual.onUpdate());

    Stream<Difference> diff(Pair<Table> tables) {
        Pairing<ForeignKey> foreignKeys = new Pairing<>(tables.map(Table::foreignKeys));
        List<Difference> differences = new ArrayList<>();

        foreignKeys.take(SAME_CONTENT.and(SAME_NAME));
        for (Pair<ForeignKey> renamed : foreignKeys.take(SAME_CONTENT)) {
            differences.add(Difference.different(
                    object(tables, renamed.expected()), MINOR, "name", renamed.map(ForeignKey::name)));
        }
        foreignKeys.forgetTwins(SAME_CONTENT);

        List<Pair<ForeignKey>> changed = new ArrayList<>(foreignKeys.take(SAME_NAME));
        changed.addAll(foreignKeys.take(SAME_COLUMNS));
        for (Pair<ForeignKey> pair : changed) {
            differences.add(Difference.different(
                    object(tables, pair.expected()), NOTABLE, "definition", pair.map(ForeignKey::display)));
        }
        foreignKeys
                .missing()
                .forEach(key -> differences.add(Difference.missing(object(tables, key), NOTABLE, key.display())));
        foreignKeys
                .unexpected()
                .forEach(key -> differences.add(Difference.unexpected(object(tables, key), NOTABLE, key.display())));
        return differences.stream();
    }

    private static SchemaObject object(Pair<Table> tables, ForeignKey key) {
        return SchemaObject.of(ObjectKind.FOREIGN_KEY, tables.expected().name(), key.name());
    }
}
