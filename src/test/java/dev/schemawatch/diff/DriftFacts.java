package dev.schemawatch.diff;

import static java.util.Objects.requireNonNull;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A drift as a set of facts in the words of {@link PrismaSummary}, so that both can be compared. What Prisma is known not to
 * see (advice, an invalid index) is left out.
 */
final class DriftFacts {
    /** What is said of an index whose operator class Prisma does not read, beside the index itself. */
    private static final String AS_PRISMA_READS_IT = ", to Prisma without operator class";

    private final DatabaseSchema expected;
    private final DatabaseSchema actual;

    DriftFacts(DatabaseSchema expected, DatabaseSchema actual) {
        this.expected = expected;
        this.actual = actual;
    }

    Set<String> of(Drift drift) {
        return drift.differences().stream()
                .filter(difference -> difference.weight() != Difference.Weight.ADVISORY)
                .filter(difference -> !difference.aspect().equals(Optional.of("validity")))
                .flatMap(this::facts)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> facts(Difference difference) {
        String name = difference.object().owner().name();
        String member = difference.object().member().orElse("");
        String verdict = difference.verdict().name().toLowerCase(Locale.ROOT);
        return switch (difference.verdict()) {
            case UNDECIDED -> Stream.of("undecided " + difference);
            case MISSING, UNEXPECTED ->
                Stream.of(
                        switch (difference.object().kind()) {
                            case NAMESPACE -> "schema " + name + " " + verdict;
                            case EXTENSION, ENUM, TABLE, VIEW, SEQUENCE ->
                                difference.object().kind().words() + " " + name + " " + verdict;
                            case COLUMN -> "column " + name + "." + member + " " + verdict;
                            case PRIMARY_KEY, INDEX, FOREIGN_KEY ->
                                content(
                                                difference.verdict() == Difference.Verdict.MISSING ? expected : actual,
                                                difference)
                                        + " " + verdict;
                        });
            case DIFFERENT -> changed(difference, name, member);
        };
    }

    private Stream<String> changed(Difference difference, String name, String member) {
        String aspect = difference.aspect().orElseThrow();
        if (aspect.equals("name")) {
            return Stream.of(
                    difference.object().kind() == ObjectKind.PRIMARY_KEY
                            ? content(expected, difference) + " renamed"
                            : difference.object().kind().words() + " " + name + "." + member + " renamed");
        }
        return switch (difference.object().kind()) {
            case ENUM -> values(difference).stream();
            case COLUMN -> Stream.of("column " + name + "." + member + " " + aspect);
            case PRIMARY_KEY, INDEX, FOREIGN_KEY ->
                Stream.concat(
                        Stream.of(content(expected, difference) + " missing"),
                        counterpart(difference).map(found -> found + " unexpected"));
            case NAMESPACE, EXTENSION, TABLE, VIEW, SEQUENCE -> Stream.of(difference.toString());
        };
    }

    private List<String> values(Difference difference) {
        EnumType wanted =
                requireNonNull(expected.enums().get(difference.object().owner()));
        EnumType found = requireNonNull(actual.enums().get(difference.object().owner()));
        List<String> facts = new ArrayList<>();
        String name = "enum " + wanted.name().name() + " value ";
        wanted.values().stream()
                .filter(value -> !found.values().contains(value))
                .forEach(value -> facts.add(name + value + " missing"));
        found.values().stream()
                .filter(value -> !wanted.values().contains(value))
                .forEach(value -> facts.add(name + value + " unexpected"));
        return facts;
    }

    /** What stands in the place of the expected part; nothing when it is an index that Prisma passes over. */
    private Stream<String> counterpart(Difference difference) {
        Table table = requireNonNull(actual.tables().get(difference.object().owner()));
        return switch (difference.object().kind()) {
            case FOREIGN_KEY ->
                table.foreignKeys().stream()
                        .filter(key -> key.display().equals(difference.actual()))
                        .limit(1)
                        .map(key -> foreignKey(table, key));
            case INDEX ->
                table.indexes().stream()
                        .filter(index ->
                                index.display().equals(difference.actual().replace(AS_PRISMA_READS_IT, "")))
                        .filter(index -> !index.hasExpression())
                        .filter(index -> index.predicate().isEmpty() || expected.partialIndexes())
                        .limit(1)
                        .map(index -> index(table, index));
            default -> Stream.of("primary key " + table.name().name() + difference.actual());
        };
    }

    private static String content(DatabaseSchema schema, Difference difference) {
        Table table = requireNonNull(schema.tables().get(difference.object().owner()));
        String member = difference.object().member().orElseThrow();
        return switch (difference.object().kind()) {
            case PRIMARY_KEY ->
                "primary key " + table.name().name()
                        + table.primaryKey().map(PrimaryKey::display).orElseThrow();
            case FOREIGN_KEY ->
                table.foreignKeys().stream()
                        .filter(key -> key.name().equals(member))
                        .findFirst()
                        .map(key -> foreignKey(table, key))
                        .orElseThrow();
            default ->
                table.indexes().stream()
                        .filter(index -> index.name().equals(member))
                        .findFirst()
                        .map(index -> index(table, index))
                        .orElseThrow();
        };
    }

    private static String foreignKey(Table table, ForeignKey key) {
        return "foreign key " + table.name().name() + "(" + String.join(", ", key.columns()) + ")";
    }

    private static String index(Table table, Index index) {
        return (index.unique() ? "unique index " : "index ") + table.name().name() + "("
                + Stream.concat(IndexComparison.columns(index).stream(), index.included().stream())
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
