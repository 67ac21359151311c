package dev.schemawatch.postgres;

import dev.schemawatch.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads indexes: their keys as columns, which needs no lock, and the text of their expressions, which does. */
final class IndexInspector {
    private final CatalogTransaction catalog;

    IndexInspector(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    /** The indexes of each table, by the table's oid, sorted by name. */
    Map<Long, List<Index>> byTable(Set<String> namespaces) throws SQLException {
        Map<Long, List<KeyRow>> rows = new LinkedHashMap<>();
        catalog.read("indexes", namespaces, IndexInspector::keyRow)
                .forEach(row ->
                        rows.computeIfAbsent(row.index, _ -> new ArrayList<>()).add(row));
        Map<Part, String> expressions = new HashMap<>();
        catalog.read(
                "index_expressions",
                namespaces,
                row -> expressions.put(
                        new Part(row.getLong("index_oid"), row.getInt("position")), row.getString("sql")));
        Map<Long, List<Index>> indexes = new HashMap<>();
        rows.values()
                .forEach(keys -> indexes.computeIfAbsent(keys.getFirst().table, _ -> new ArrayList<>())
                        .add(index(keys, expressions)));
        return indexes;
    }

    private static Index index(List<KeyRow> rows, Map<Part, String> expressions) {
        KeyRow any = rows.getFirst();
        return new Index(
                any.name,
                any.unique,
                any.method,
                rows.stream()
                        .filter(row -> !row.included)
                        .map(row -> key(row, expressions))
                        .toList(),
                rows.stream()
                        .filter(row -> row.included)
                        .flatMap(row -> Optional.ofNullable(row.column).stream())
                        .toList(),
                any.partial ? Optional.of(expression(expressions, new Part(any.index, 0))) : Optional.empty(),
                !any.nullsNotDistinct,
                any.valid);
    }

    private static Index.Key key(KeyRow row, Map<Part, String> expressions) {
        return row.column == null
                ? new Index.Key.OfExpression(expression(expressions, new Part(row.index, row.position)))
                : new Index.Key.OfColumn(row.column, row.descending, Optional.ofNullable(row.operatorClass));
    }

    /** PostgreSQL prints nothing for a table that was dropped since the snapshot was taken. */
    private static String expression(Map<Part, String> expressions, Part part) {
        return Optional.ofNullable(expressions.get(part)).orElse("");
    }

    private static KeyRow keyRow(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getLong("table_oid"),
                row.getLong("index_oid"),
                row.getString("name"),
                row.getBoolean("is_unique"),
                row.getString("method"),
                row.getBoolean("nulls_not_distinct"),
                row.getBoolean("valid"),
                row.getBoolean("partial"),
                row.getInt("position"),
                row.getBoolean("included"),
                row.getString("column_name"),
                row.getBoolean("descending"),
                row.getString("operator_class"));
    }

    /** One expression of an index; position 0 is its predicate. */
    private record Part(long index, int position) {}

    private record KeyRow(
            long table,
            long index,
            String name,
            boolean unique,
            String method,
            boolean nullsNotDistinct,
            boolean valid,
            boolean partial,
            int position,
            boolean included,
            @Nullable String column,
            boolean descending,
            @Nullable String operatorClass) {}
}
