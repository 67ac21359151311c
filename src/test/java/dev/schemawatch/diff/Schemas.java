package dev.schemawatch.diff;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Short ways to write a database schema down in a test. Everything is in {@code public}. */
final class Schemas {
    private Schemas() {}

    static DatabaseSchema schema(Table... tables) {
        return schema(List.of(), tables);
    }

    static DatabaseSchema schema(List<EnumType> enums, Table... tables) {
        TreeMap<QualifiedName, Table> byName = new TreeMap<>();
        Stream.of(tables).forEach(table -> byName.put(table.name(), table));
        TreeMap<QualifiedName, EnumType> enumsByName = new TreeMap<>();
        enums.forEach(type -> enumsByName.put(type.name(), type));
        return new DatabaseSchema(
                new TreeSet<>(List.of("public")),
                byName,
                enumsByName,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>());
    }

    static DatabaseSchema withExtension(Extension extension) {
        TreeMap<String, Extension> extensions = new TreeMap<>();
        extensions.put(extension.name(), extension);
        return new DatabaseSchema(
                new TreeSet<>(List.of("public")),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                extensions);
    }

    static Table table(String name, Object... parts) {
        return new Table(
                name(name),
                of(Column.class, parts),
                of(PrimaryKey.class, parts).stream().findFirst(),
                of(Index.class, parts),
                of(ForeignKey.class, parts));
    }

    static Column column(String name, ColumnType type) {
        return new Column(name, type, false, new DefaultValue.None());
    }

    static Column column(String name, DefaultValue defaultValue) {
        return new Column(name, ColumnType.of("integer"), false, defaultValue);
    }

    static Column column(String name) {
        return column(name, ColumnType.of("integer"));
    }

    static Column nullable(Column column) {
        return new Column(column.name(), column.type(), true, column.defaultValue());
    }

    static PrimaryKey key(String name, String... columns) {
        return new PrimaryKey(name, List.of(columns));
    }

    static Index index(String name, String... columns) {
        return new Index(name, false, "btree", keys(columns), List.of(), Optional.empty(), true, true);
    }

    static Index unique(String name, String... columns) {
        return new Index(name, true, "btree", keys(columns), List.of(), Optional.empty(), true, true);
    }

    static Index partial(Index index, String predicate) {
        return partial(index, Formula.of(predicate));
    }

    static Index partial(Index index, Formula predicate) {
        return new Index(
                index.name(),
                index.unique(),
                index.method(),
                index.keys(),
                List.of(),
                Optional.of(predicate),
                true,
                true);
    }

    static Index withClass(String name, String method, String column, Optional<String> operatorClass) {
        return new Index(
                name,
                false,
                method,
                List.of(new Index.Key.OfColumn(column, false, operatorClass)),
                List.of(),
                Optional.empty(),
                true,
                true);
    }

    static ForeignKey foreignKey(String name, String column, String target) {
        return new ForeignKey(
                name,
                List.of(column),
                name(target),
                List.of("id"),
                ForeignKey.Action.RESTRICT,
                ForeignKey.Action.CASCADE);
    }

    static EnumType type(String name, String... values) {
        return new EnumType(name(name), List.of(values));
    }

    static QualifiedName name(String name) {
        return new QualifiedName("public", name);
    }

    private static List<Index.Key> keys(String... columns) {
        return Stream.of(columns)
                .<Index.Key>map(column -> new Index.Key.OfColumn(column, false, Optional.empty()))
                .toList();
    }

    private static <T> List<T> of(Class<T> type, Object... parts) {
        return Stream.of(parts).filter(type::isInstance).map(type::cast).toList();
    }
}
