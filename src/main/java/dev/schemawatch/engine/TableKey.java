package dev.schemawatch.engine;

import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.Table;
import dev.schemawatch.sql.SchemaEffect.KeyKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A primary key, index or foreign key of a table, as far as an effect names it.
 *
 * @param columns in key order; the computed keys of an index are left out
 * @param foreign the foreign key, if it is one
 */
record TableKey(KeyKind kind, String name, List<String> columns, Optional<ForeignKey> foreign) {
    TableKey {
        columns = List.copyOf(columns);
    }

    /** The keys of that kind. */
    static Stream<TableKey> of(Table table, ObjectKind kind) {
        return switch (kind) {
            case PRIMARY_KEY ->
                table.primaryKey().stream()
                        .map(key -> new TableKey(KeyKind.PRIMARY_KEY, key.name(), key.columns(), Optional.empty()));
            case INDEX -> table.indexes().stream().map(TableKey::of);
            case FOREIGN_KEY ->
                table.foreignKeys().stream()
                        .map(key -> new TableKey(KeyKind.FOREIGN_KEY, key.name(), key.columns(), Optional.of(key)));
            case NAMESPACE, EXTENSION, ENUM, TABLE, VIEW, COLUMN, SEQUENCE -> Stream.empty();
        };
    }

    /** Whether the other key is the same but for its name. */
    boolean says(TableKey other) {
        return kind == other.kind && columns.equals(other.columns) && target().equals(other.target());
    }

    /** What a foreign key refers to, and what it does then. */
    private Optional<String> target() {
        return foreign.map(ForeignKey::display);
    }

    private static TableKey of(Index index) {
        List<String> columns = index.keys().stream()
                .flatMap(key -> switch (key) {
                    case Index.Key.OfColumn column -> Stream.of(column.column());
                    case Index.Key.OfExpression _ -> Stream.empty();
                })
                .toList();
        return new TableKey(index.unique() ? KeyKind.UNIQUE : KeyKind.INDEX, index.name(), columns, Optional.empty());
    }
}
