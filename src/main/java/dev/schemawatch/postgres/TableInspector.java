package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.strings;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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

/** Reads tables with their columns, keys and indexes: one query per kind, joined here by the tables' oids. */
final class TableInspector {
    private final CatalogTransaction catalog;

    TableInspector(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    List<Table> inspect(Set<String> namespaces) throws SQLException {
        ColumnInspector columns = ColumnInspector.read(catalog, namespaces);
        Map<Long, List<PrimaryKey>> primaryKeys =
                byTable(catalog.read("primary_keys", namespaces, row -> primaryKey(row, columns)));
        Map<Long, List<ForeignKey>> foreignKeys =
                byTable(catalog.read("foreign_keys", namespaces, row -> foreignKey(row, columns)));
        List<Owned<QualifiedName>> tables = catalog.read(
                "tables",
                namespaces,
                row -> owned(row, "oid", new QualifiedName(row.getString("schema"), row.getString("name"))));
        IndexInspector indexRows = IndexInspector.read(catalog, namespaces, columns);
        Set<Long> withFormulas = new HashSet<>(indexRows.tablesWithFormulas());
        withFormulas.addAll(columns.tablesWithFormulas());
        Formulas formulas = Formulas.read(catalog, withFormulas);
        Map<Long, List<Index>> indexes = indexRows.byTable(formulas);
        return tables.stream()
                .map(table -> new Table(
                        table.value,
                        columns.columns(table.oid, formulas),
                        primaryKeys.getOrDefault(table.oid, List.of()).stream().findFirst(),
                        indexes.getOrDefault(table.oid, List.of()),
                        foreignKeys.getOrDefault(table.oid, List.of()).stream()
                                .sorted(comparing(ForeignKey::name))
                                .toList()))
                .toList();
    }

    private static Owned<PrimaryKey> primaryKey(ResultSet row, ColumnInspector columns) throws SQLException {
        long table = row.getLong("table_oid");
        return new Owned<>(
                table, new PrimaryKey(row.getString("name"), columns.names(table, row.getString("columns"))));
    }

    private static Owned<ForeignKey> foreignKey(ResultSet row, ColumnInspector columns) throws SQLException {
        long table = row.getLong("table_oid");
        boolean elsewhere = row.getString("columns_elsewhere") != null;
        return new Owned<>(
                table,
                new ForeignKey(
                        row.getString("name"),
                        columns.names(table, row.getString("columns")),
                        new QualifiedName(row.getString("referenced_schema"), row.getString("referenced_table")),
                        elsewhere
                                ? strings(row, "columns_elsewhere")
                                : columns.names(row.getLong("referenced_oid"), row.getString("referenced_columns")),
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

    private static <T> Owned<T> owned(ResultSet row, String oid, T value) throws SQLException {
        return new Owned<>(row.getLong(oid), value);
    }

    private static <T> Map<Long, List<T>> byTable(List<Owned<T>> rows) {
        return rows.stream().collect(groupingBy(Owned::oid, mapping(Owned::value, toList())));
    }

    private record Owned<T>(long oid, T value) {}
}
