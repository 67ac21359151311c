package dev.schemawatch.diff;

import static dev.schemawatch.diff.Comparison.DIFFERENT;
import static dev.schemawatch.diff.Comparison.EQUAL;
import static dev.schemawatch.diff.Comparison.UNDECIDED;

import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.Index.Key.OfColumn;
import dev.schemawatch.schema.Index.Key.OfExpression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether two indexes hold the same; their names do not matter here. */
final class IndexComparison {
    /** The methods whose operator classes Prisma (6.19 and 7.10) does not read back from the catalog. */
    private static final Set<String> WITHOUT_CLASSES = Set.of("btree", "hash");

    private IndexComparison() {}

    /** Columns, order, uniqueness, method, INCLUDE, operator classes and predicate. */
    static Comparison compare(Index expected, Index actual) {
        boolean same = expected.unique() == actual.unique()
                && expected.method().equals(actual.method())
                && expected.included().equals(actual.included())
                && sameKeys(expected, actual);
        return same ? predicates(expected.predicate(), actual.predicate()) : DIFFERENT;
    }

    /** Whether the condition of the index that is there is all that keeps the two from being told equal or not. */
    static boolean hangsOnUnread(Index expected, Index actual) {
        return isUnread(actual) && compare(expected, actual) == UNDECIDED;
    }

    private static boolean isUnread(Index index) {
        return index.predicate().filter(Formula.Unread.class::isInstance).isPresent();
    }

    /** The key columns, an expression standing for itself. */
    static List<String> columns(Index index) {
        return index.keys().stream()
                .map(key -> switch (key) {
                    case OfColumn column -> column.column();
                    case OfExpression(Formula formula) -> formula.display();
                })
                .toList();
    }

    /**
     * Whether the indexes are the same, and declare an operator class that Prisma does not read back: it takes the index for
     * another one, always.
     */
    static boolean onlyPrismaSeesADifference(Pair<Index> indexes) {
        return declaresUnreadClass(indexes.expected())
                && indexes.same(Index::unique)
                && indexes.same(Index::method)
                && indexes.same(Index::keys)
                && indexes.same(Index::included);
    }

    private static boolean declaresUnreadClass(Index expected) {
        return WITHOUT_CLASSES.contains(expected.method())
                && expected.keys().stream()
                        .anyMatch(key -> key instanceof OfColumn column
                                && column.operatorClass().isPresent());
    }

    private static boolean sameKeys(Index expected, Index actual) {
        if (expected.keys().size() != actual.keys().size() || declaresUnreadClass(expected)) {
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
                        && (WITHOUT_CLASSES.contains(method)
                                || found.operatorClass().equals(operatorClass));
            case OfExpression _ -> expected.equals(actual);
        };
    }

    private static Comparison predicates(Optional<Formula> expected, Optional<Formula> actual) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return expected.equals(actual) ? EQUAL : DIFFERENT;
        }
        return expected.get() instanceof Formula.Sql(String declared)
                        && actual.get() instanceof Formula.Sql(String found)
                ? PredicateComparison.compare(declared, found)
                : UNDECIDED;
    }
}
