package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.strings;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables with their columns, keys and indexes: one query per kind, joined here by the tables' oids. */
final class TableInspector {
    private final CatalogTransaction catalog;

    TableInspector(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    List<Table> inspect(Set<String> namespaces) throws SQLException {
        Map<Long, List<ColumnRow>> columns = byTable(catalog.read("columns", namespaces, TableInspector::column));
        Map<Long, List<PrimaryKey>> primaryKeys =
                byTable(catalog.read("primary_keys", namespaces, TableInspector::primaryKey));
        Map<Long, List<ForeignKey>> foreignKeys =
                byTable(catalog.read("foreign_keys", namespaces, TableInspector::foreignKey));
        List<Owned<QualifiedName>> tables = catalog.read(
                "tables",
                namespaces,
                row -> owned(row, "oid", new QualifiedName(row.getString("schema"), row.getString("name"))));
        IndexInspector indexRows = IndexInspector.read(catalog, namespaces);
        Set<Long> withFormulas = new HashSet<>(indexRows.tablesWithFormulas());
        columns.forEach((table, rows) -> {
            if (rows.stream().anyMatch(ColumnRow::generated)) {
                withFormulas.add(table);
            }
        });
        Formulas formulas = Formulas.read(catalog, withFormulas);
        Map<Long, List<Index>> indexes = indexRows.byTable(formulas);
        return tables.stream()
                .map(table -> new Table(
                        table.value,
                        columns.getOrDefault(table.oid, List.of()).stream()
                                .map(row -> row.with(formulas, table.oid))
                                .toList(),
                        primaryKeys.getOrDefault(table.oid, List.of()).stream().findFirst(),
                        indexes.getOrDefault(table.oid, List.of()),
                        foreignKeys.getOrDefault(table.oid, List.of())))
                .toList();
    }

    private static Owned<ColumnRow> column(ResultSet row) throws SQLException {
        Column column = new Column(
                row.getString("name"),
                new ColumnType(
                        row.getString("type_name"),
                        row.getString("type_schema"),
                        modifiers(row.getString("modifiers")),
                        row.getBoolean("list")),
                row.getBoolean("nullable"),
                defaultValue(row));
        return owned(row, new ColumnRow(column, row.getBoolean("generated")));
    }

    private static List<String> modifiers(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }

    private static DefaultValue defaultValue(ResultSet row) throws SQLException {
        String identity = row.getString("identity");
        if (!identity.isEmpty()) {
            return new DefaultValue.Identity(identity.equals("a"));
        }
        if (row.getArray("sequence") != null) {
            List<String> sequence = strings(row, "sequence");
            return new DefaultValue.NextValue(new QualifiedName(sequence.getFirst(), sequence.getLast()));
        }
        String sql = row.getString("default_sql");
        return sql == null ? new DefaultValue.None() : new DefaultValue.Expression(sql);
    }

    private static Owned<PrimaryKey> primaryKey(ResultSet row) throws SQLException {
        return owned(row, new PrimaryKey(row.getString("name"), strings(row, "columns")));
    }

    private static Owned<ForeignKey> foreignKey(ResultSet row) throws SQLException {
        return owned(
                row,
                new ForeignKey(
                        row.getString("name"),
                        strings(row, "columns"),
                        new QualifiedName(row.getString("referenced_schema"), row.getString("referenced_table")),
                        strings(row, "referenced_columns"),
                        action(row.getString("on_delete")),
                        action(row.getString("on_update"))));
    }

    /** PostgreSQL manual, pg_constraint: {@code confdeltype}, {@code confupdtype}. */
    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw new IllegalStateException("unknown foreign-key action in pg_constraint: " + code);
        };
    }

    private static <T> Owned<T> owned(ResultSet row, T value) throws SQLException {
        return owned(row, "table_oid", value);
    }

    private static <T> Owned<T> owned(ResultSet row, String oid, T value) throws SQLException {
        return new Owned<>(row.getLong(oid), value);
    }

    private static <T> Map<Long, List<T>> byTable(List<Owned<T>> rows) {
        return rows.stream().collect(groupingBy(Owned::oid, mapping(Owned::value, toList())));
    }

    private record Owned<T>(long oid, T value) {}

    /** A column whose formula, if it is computed, is not known yet. */
    private record ColumnRow(Column column, boolean generated) {
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
