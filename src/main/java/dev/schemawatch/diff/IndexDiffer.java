package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.COSMETIC;
import static dev.schemawatch.diff.Difference.Weight.MINOR;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Compares the indexes of a table. As in Prisma, what an index holds decides, not its name: an index of the right
 * content under another name is renamed, and a second index of the same content is of no interest.
 */
final class IndexDiffer {
    private static final BiPredicate<Index, Index> SAME_NAME =
            (expected, actual) -> expected.name().equals(actual.name());
    private static final BiPredicate<Index, Index> SAME_CONTENT =
            (expected, actual) -> IndexComparison.compare(expected, actual) == Comparison.EQUAL;

    private static final BiPredicate<Index, Index> UNREAD = IndexComparison::hangsOnUnread;

    /**
     * The differences of one table.
     *
     * @param partialIndexes whether an unexpected partial index is one
     */
    Stream<Difference> diff(Pair<Table> tables, boolean partialIndexes) {
        Pairing<Index> indexes = new Pairing<>(tables.map(Table::indexes));
        List<Difference> differences = new ArrayList<>();

        for (Pair<Index> same : indexes.take(SAME_CONTENT.and(SAME_NAME))) {
            invalid(tables, same).ifPresent(differences::add);
        }
        for (Pair<Index> renamed : indexes.take(SAME_CONTENT)) {
            invalid(tables, renamed).ifPresent(differences::add);
            if (!hasTwin(tables.actual(), renamed.actual())) {
                differences.add(Difference.different(
                        object(tables, renamed.expected()), MINOR, "name", renamed.map(Index::name)));
            }
        }
        indexes.forgetTwins(SAME_CONTENT);

        for (Pair<Index> unread : indexes.take(UNREAD.and(SAME_NAME))) {
            differences.add(unread(tables, unread));
        }
        for (Pair<Index> changed : indexes.take(SAME_NAME)) {
            differences.add(changed(tables, changed));
        }
        for (Pair<Index> unread : indexes.take(UNREAD)) {
            differences.add(unread(tables, unread));
        }
        indexes.missing().forEach(index -> differences.add(missing(tables, index)));
        indexes.unexpected().stream()
                .filter(index -> !index.hasExpression())
                .filter(index -> partialIndexes || index.predicate().isEmpty())
                .forEach(index -> differences.add(unexpected(tables, index)));
        return differences.stream();
    }

    /** Whether another index has the same columns: then it is not clear which of the two bears the wrong name. */
    private static boolean hasTwin(Table table, Index index) {
        return table.indexes().stream()
                .filter(other -> !other.equals(index) && other.unique() == index.unique())
                .anyMatch(other -> IndexComparison.columns(other).equals(IndexComparison.columns(index)));
    }

    private static Optional<Difference> invalid(Pair<Table> tables, Pair<Index> indexes) {
        if (indexes.actual().valid()) {
            return Optional.empty();
        }
        return Optional.of(Difference.different(
                        object(tables, indexes.expected()), NOTABLE, "validity", new Pair<>("valid", "invalid"))
                .noting("CREATE INDEX CONCURRENTLY did not finish, so no query uses the index: drop and create it anew,"
                        + " or REINDEX INDEX CONCURRENTLY"));
    }

    private static Difference unread(Pair<Table> tables, Pair<Index> indexes) {
        return Unread.difference(object(tables, indexes.expected()), "predicate", indexes.map(Index::display));
    }

    private static Difference changed(Pair<Table> tables, Pair<Index> indexes) {
        SchemaObject object = object(tables, indexes.expected());
        Pair<String> texts = indexes.map(Index::display);
        return switch (IndexComparison.compare(indexes.expected(), indexes.actual())) {
            case UNDECIDED ->
                new Difference(
                        object,
                        Difference.Verdict.UNDECIDED,
                        MINOR,
                        Optional.of("predicate"),
                        texts.expected(),
                        texts.actual(),
                        Optional.of("the conditions are written differently: compare them by eye"));
            case EQUAL, DIFFERENT -> {
                Difference difference = Difference.different(
                        object, indexes.same(Index::unique) ? NOTABLE : BREAKING, "definition", texts);
                yield IndexComparison.onlyPrismaSeesADifference(indexes)
                        ? Difference.different(object, COSMETIC, "definition", withClassUnread(texts))
                                .noting("nothing is wrong: Prisma cannot read the operator classes of"
                                        + " B-tree and hash indexes and proposes for ever to make this one anew")
                        : difference;
            }
        };
    }

    /** The two are the same, so what is not is said: how Prisma reads the index that is there. */
    private static Pair<String> withClassUnread(Pair<String> texts) {
        return new Pair<>(texts.expected(), texts.actual() + ", to Prisma without operator class");
    }

    private static Difference missing(Pair<Table> tables, Index index) {
        return Difference.missing(object(tables, index), index.unique() ? BREAKING : NOTABLE, index.display());
    }

    private static Difference unexpected(Pair<Table> tables, Index index) {
        Difference difference =
                Difference.unexpected(object(tables, index), index.unique() ? NOTABLE : MINOR, index.display());
        return ImplicitRelation.shapeOfAnotherMajor(tables)
                .filter(_ -> ImplicitRelation.standsForKey(index))
                .map(note -> difference.weighing(COSMETIC).noting(note))
                .orElse(difference);
    }

    private static SchemaObject object(Pair<Table> tables, Index index) {
        return SchemaObject.of(ObjectKind.INDEX, tables.expected().name(), index.name());
    }
}
