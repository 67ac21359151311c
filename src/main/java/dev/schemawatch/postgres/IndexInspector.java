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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indexes as the catalog's rows tell them, which needs no lock: the formulas in them are added later. */
final class IndexInspector {
    private final Map<Long, List<KeyRow>> rowsByIndex = new LinkedHashMap<>();

    private IndexInspector() {}

    static IndexInspector read(CatalogTransaction catalog, Set<String> namespaces) throws SQLException {
        IndexInspector inspector = new IndexInspector();
        catalog.read("indexes", namespaces, IndexInspector::keyRow)
                .forEach(row -> inspector
                        .rowsByIndex
                        .computeIfAbsent(row.index, _ -> new ArrayList<>())
                        .add(row));
        return inspector;
    }

    /** The oids of the tables with an index that has a formula. */
    Set<Long> tablesWithFormulas() {
        return rowsByIndex.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.partial || row.column == null)
                .map(row -> row.table)
                .collect(Collectors.toSet());
    }

    /** The indexes of each table, by the table's oid, sorted by name. */
    Map<Long, List<Index>> byTable(Formulas formulas) {
        Map<Long, List<Index>> indexes = new HashMap<>();
        rowsByIndex
                .values()
                .forEach(keys -> indexes.computeIfAbsent(keys.getFirst().table, _ -> new ArrayList<>())
                        .add(index(keys, formulas)));
        return indexes;
    }

    private static Index index(List<KeyRow> rows, Formulas formulas) {
        KeyRow any = rows.getFirst();
        return new Index(
                any.name,
                any.unique,
                any.method,
                rows.stream()
                        .filter(row -> !row.included)
                        .map(row -> key(row, formulas))
                        .toList(),
                rows.stream()
                        .filter(row -> row.included)
                        .flatMap(row -> Optional.ofNullable(row.column).stream())
                        .toList(),
                any.partial ? Optional.of(formulas.index(any.index, 0)) : Optional.empty(),
                !any.nullsNotDistinct,
                any.valid);
    }

    private static Index.Key key(KeyRow row, Formulas formulas) {
        return row.column == null
                ? new Index.Key.OfExpression(formulas.index(row.index, row.position))
                : new Index.Key.OfColumn(row.column, row.descending, Optional.ofNullable(row.operatorClass));
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
