package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.ADVISORY;
import static dev.schemawatch.diff.Difference.Weight.BREAKING;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.QualifiedName;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the database that the Prisma schema expects with the one that is there. What is looked at, and when two
 * objects count as the same, follows the diff of Prisma 6 and 7, so that both tell the same story; where Prisma would
 * guess, the answer is {@link Comparison#UNDECIDED}.
 */
public final class SchemaDiffer {
    private final TableDiffer tables;
    private final EnumDiffer enums = new EnumDiffer();
    private final ExtensionDiffer extensions = new ExtensionDiffer();

    /** A differ that asks the given comparer about default expressions. */
    public SchemaDiffer(ExpressionComparer comparer) {
        tables = new TableDiffer(comparer);
    }

    /** Every difference. What lies in a namespace that is not expected belongs to somebody else and is passed over. */
    public Drift diff(DatabaseSchema expected, DatabaseSchema actual) {
        SortedSet<String> managed = expected.namespaces();
        return new Drift(Stream.of(
                        missingNamespaces(expected, actual),
                        missingViews(expected, actual),
                        extensions.diff(expected.extensions(), actual.extensions()),
                        enums.diff(expected.enums(), within(managed, actual.enums())),
                        tables.diff(expected.tables(), within(managed, actual.tables()), expected.partialIndexes()))
                .flatMap(differences -> differences)
                .toList());
    }

    private static Stream<Difference> missingNamespaces(DatabaseSchema expected, DatabaseSchema actual) {
        return expected.namespaces().stream()
                .filter(name -> !actual.namespaces().contains(name))
                .map(name -> SchemaObject.of(ObjectKind.NAMESPACE, new QualifiedName("", name)))
                .map(object -> Difference.missing(object, BREAKING, "schema " + object.display()));
    }

    private static Stream<Difference> missingViews(DatabaseSchema expected, DatabaseSchema actual) {
        return expected.views().stream()
                .filter(view -> !actual.views().contains(view))
                .map(view -> Difference.missing(SchemaObject.of(ObjectKind.VIEW, view), ADVISORY, "view " + view)
                        .noting("Prisma's migrations never create views: create it in a migration written by hand"));
    }

    private static <T> SortedMap<QualifiedName, T> within(
            SortedSet<String> namespaces, SortedMap<QualifiedName, T> objects) {
        SortedMap<QualifiedName, T> kept = new TreeMap<>();
        for (Map.Entry<QualifiedName, T> object : objects.entrySet()) {
            if (namespaces.contains(object.getKey().schema())) {
                kept.put(object.getKey(), object.getValue());
            }
        }
        return kept;
    }
}
