package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.numbers;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all tables. Keys and indexes name them by number, which is resolved here: joined in the server, names would
 * cost it more than everything else together. Formulas of computed columns are added later, since they need a lock.
 */
final class ColumnInspector {
    private static final SortedMap<Integer, Known> NONE = new TreeMap<>();

    private final Map<Long, SortedMap<Integer, Known>> byTable = new HashMap<>();

    private ColumnInspector() {}

    static ColumnInspector read(CatalogTransaction catalog, Set<String> namespaces) throws SQLException {
        Shared<String> names = new Shared<>();
        List<Row> rows = catalog.read("columns", namespaces, row -> row(row, names));
        Map<TypeKey, ColumnType> types = types(catalog, rows);
        Map<Place, DefaultValue> defaults = defaults(catalog, namespaces);
        ColumnInspector inspector = new ColumnInspector();
        for (Row row : rows) {
            Column column = new Column(row.name, type(types, row), row.nullable, defaultValue(row, defaults));
            inspector
                    .byTable
                    .computeIfAbsent(row.place.table, _ -> new TreeMap<>())
                    .put(row.place.number, new Known(column, row.generated));
        }
        return inspector;
    }

    /** The oids of the tables with a computed column. */
    Set<Long> tablesWithFormulas() {
        return byTable.entrySet().stream()
                .filter(table -> table.getValue().values().stream().anyMatch(Known::generated))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The columns of a table, in order. */
    List<Column> columns(long table, Formulas formulas) {
        return byTable.getOrDefault(table, NONE).values().stream()
                .map(known -> known.with(formulas, table))
                .toList();
    }

    /** The name of a column; empty for the number 0, which stands for a formula. */
    Optional<String> name(long table, int number) {
        return Optional.ofNullable(byTable.getOrDefault(table, NONE).get(number))
                .map(known -> known.column.name());
    }

    /** The names of columns that are given as numbers with blanks between; empty when the table is not known here. */
    List<String> names(long table, String columns) {
        return numbers(columns).stream()
                .flatMap(number -> name(table, number.intValue()).stream())
                .toList();
    }

    private static Row row(ResultSet row, Shared<String> names) throws SQLException {
        return new Row(
                place(row),
                names.of(row.getString("name")),
                typeKey(row),
                row.getBoolean("nullable"),
                row.getString("identity"),
                row.getBoolean("generated"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("table_oid"), row.getInt("number"));
    }

    private static TypeKey typeKey(ResultSet row) throws SQLException {
        return new TypeKey(row.getLong("type_oid"), row.getInt("type_modifier"));
    }

    private static Map<TypeKey, ColumnType> types(CatalogTransaction catalog, Collection<Row> rows)
            throws SQLException {
        Set<String> wanted =
                rows.stream().map(Row::type).distinct().map(TypeKey::text).collect(Collectors.toSet());
        Map<TypeKey, ColumnType> types = new HashMap<>();
        catalog.read("column_types", wanted, row -> types.put(typeKey(row), type(row)));
        return types;
    }

    private static ColumnType type(ResultSet row) throws SQLException {
        return new ColumnType(
                row.getString("name"),
                row.getString("schema"),
                modifiers(row.getString("modifiers")),
                row.getBoolean("list"));
    }

    private static List<String> modifiers(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }

    /** Every type that a column of the snapshot has is in the snapshot. */
    private static ColumnType type(Map<TypeKey, ColumnType> types, Row row) {
        ColumnType type = types.get(row.type);
        if (type == null) {
            throw new IllegalStateException("pg_type has no row for the type of the column " + row.name);
        }
        return type;
    }

    private static Map<Place, DefaultValue> defaults(CatalogTransaction catalog, Set<String> namespaces)
            throws SQLException {
        Map<Long, QualifiedName> sequences = new HashMap<>();
        catalog.read(
                "default_sequences",
                List.of(),
                row -> sequences.putIfAbsent(
                        row.getLong("default_oid"), new QualifiedName(row.getString("schema"), row.getString("name"))));
        Shared<DefaultValue> shared = new Shared<>();
        Map<Place, DefaultValue> defaults = new HashMap<>();
        catalog.read(
                "defaults",
                namespaces,
                row -> defaults.put(
                        place(row),
                        shared.of(defaultValue(row.getString("sql"), sequences.get(row.getLong("default_oid"))))));
        return defaults;
    }

    /** The next value of a sequence is one call of nextval, by a default that depends on a sequence. */
    private static DefaultValue defaultValue(@Nullable String sql, @Nullable QualifiedName sequence) {
        if (sql == null) {
            return new DefaultValue.None();
        }
        return sequence != null && sql.startsWith("nextval(") && sql.endsWith("::regclass)")
                ? new DefaultValue.NextValue(sequence)
                : new DefaultValue.Expression(sql);
    }

    private static DefaultValue defaultValue(Row row, Map<Place, DefaultValue> defaults) {
        return row.identity.isEmpty()
                ? defaults.getOrDefault(row.place, new DefaultValue.None())
                : new DefaultValue.Identity(row.identity.equals("a"));
    }

    /** Which column: the table's oid, and the number in it. */
    private record Place(long table, int number) {}

    /** A type's oid, and the modifier that a column gives it. */
    private record TypeKey(long oid, int modifier) {
        String text() {
            return oid + " " + modifier;
        }
    }

    private record Row(Place place, String name, TypeKey type, boolean nullable, String identity, boolean generated) {}

    /** A column whose formula, if it is computed, is not known yet. */
    private record Known(Column column, boolean generated) {
        Column with(Formulas formulas, long table) {
            return generated
                    ? new Column(
                            column.name(),
                            column.type(),
                            column.nullable(),
                            new DefaultValue.Generated(formulas.column(table, column.name())))
                    : column;
        }
    }
}
