package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.COSMETIC;
import static dev.schemawatch.diff.Difference.Weight.MINOR;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.Table;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the primary keys of a table: columns, their order, and the constraint's name. */
final class PrimaryKeyDiffer {

    Stream<Difference> diff(Pair<Table> tables) {
        Pair<Map<String, PrimaryKey>> keys = tables.map(PrimaryKeyDiffer::atMostOne);
        return Match.byKey(keys.expected(), keys.actual()).stream().flatMap(match -> diff(tables, match));
    }

    private static Stream<Difference> diff(Pair<Table> tables, Match<PrimaryKey> match) {
        return switch (match) {
            case Match.Missing<PrimaryKey>(PrimaryKey key) ->
                Stream.of(ImplicitRelation.shapeOfAnotherMajor(tables)
                        .map(note -> Difference.missing(object(tables, key), COSMETIC, key.display())
                                .noting(note))
                        .orElseGet(() -> Difference.missing(object(tables, key), BREAKING, key.display())));
            case Match.Unexpected<PrimaryKey>(PrimaryKey key) ->
                Stream.of(ImplicitRelation.shapeOfAnotherMajor(tables)
                        .map(note -> Difference.unexpected(object(tables, key), COSMETIC, key.display())
                                .noting(note))
                        .orElseGet(() -> Difference.unexpected(object(tables, key), NOTABLE, key.display())));
            case Match.Both<PrimaryKey>(Pair<PrimaryKey> keys) ->
                Stream.concat(columns(tables, keys), name(tables, keys));
        };
    }

    private static Stream<Difference> columns(Pair<Table> tables, Pair<PrimaryKey> keys) {
        return keys.same(PrimaryKey::columns)
                ? Stream.empty()
                : Stream.of(Difference.different(
                        object(tables, keys.expected()), BREAKING, "columns", keys.map(PrimaryKey::display)));
    }

    private static Stream<Difference> name(Pair<Table> tables, Pair<PrimaryKey> keys) {
        return keys.same(PrimaryKey::name)
                ? Stream.empty()
                : Stream.of(Difference.different(
                        object(tables, keys.expected()), MINOR, "name", keys.map(PrimaryKey::name)));
    }

    private static SchemaObject object(Pair<Table> tables, PrimaryKey key) {
        return SchemaObject.of(ObjectKind.PRIMARY_KEY, tables.expected().name(), key.name());
    }

    /** A table has one primary key, so all have the same key in the map. */
    private static Map<String, PrimaryKey> atMostOne(Table table) {
        return table.primaryKey().stream().collect(Collectors.toMap(_ -> "", key -> key));
    }
}
