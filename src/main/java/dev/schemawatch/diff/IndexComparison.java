package dev.schemawatch.diff;

import static dev.schemawatch.diff.Comparison.DIFFERENT;
import static dev.schemawatch.diff.Comparison.EQUAL;

import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.Index.Key.OfColumn;
import dev.schemawatch.schema.Index.Key.OfExpression;
import java.util.List;
import java.util.Optional;

/** Whether two indexes hold the same; their names do not matter here. */
final class IndexComparison {
    private static final String BTREE = "btree";

    private IndexComparison() {}

    /** Columns, order, uniqueness, method, INCLUDE, operator classes and predicate. */
    static Comparison compare(Index expected, Index actual) {
        boolean same = expected.unique() == actual.unique()
                && expected.method().equals(actual.method())
                && expected.included().equals(actual.included())
                && sameKeys(expected, actual);
        return same ? predicates(expected.predicate(), actual.predicate()) : DIFFERENT;
    }

    /** The key columns, an expression standing for itself. */
    static List<String> columns(Index index) {
        return index.keys().stream()
                .map(key -> switch (key) {
                    case OfColumn column -> column.column();
                    case OfExpression expression -> expression.sql();
                })
                .toList();
    }

    /**
     * Whether the indexes are the same but for a declared operator class of a B-tree: Prisma (6.19 and 7.10) does not read
     * that class back from the catalog and takes the index for another one, always.
     */
    static boolean onlyPrismaSeesADifference(Pair<Index> indexes) {
        return declaresBtreeClass(indexes.expected())
                && indexes.same(Index::unique)
                && indexes.same(Index::method)
                && indexes.same(Index::keys)
                && indexes.same(Index::included);
    }

    private static boolean declaresBtreeClass(Index expected) {
        return expected.method().equals(BTREE)
                && expected.keys().stream()
                        .anyMatch(key -> key instanceof OfColumn column
                                && column.operatorClass().isPresent());
    }

    private static boolean sameKeys(Index expected, Index actual) {
        if (expected.keys().size() != actual.keys().size() || declaresBtreeClass(expected)) {
            return false;
        }
        for (int position = 0; position < expected.keys().size(); position++) {
            if (!sameKey(
                    expected.method(),
                    expected.keys().get(position),
                    actual.keys().get(position))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameKey(String method, Index.Key expected, Index.Key actual) {
        return switch (expected) {
            case OfColumn(String column, boolean descending, Optional<String> operatorClass) ->
                actual instanceof OfColumn found
                        && found.column().equals(column)
                        && found.descending() == descending
                        && (method.equals(BTREE) || found.operatorClass().equals(operatorClass));
            case OfExpression _ -> expected.equals(actual);
        };
    }

    private static Comparison predicates(Optional<String> expected, Optional<String> actual) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return expected.equals(actual) ? EQUAL : DIFFERENT;
        }
        return PredicateComparison.compare(expected.get(), actual.get());
    }
}
