package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.numbers;
import static java.util.Comparator.comparing;

import dev.schemawatch.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Indexes as the catalog's rows tell them, which needs no lock: the formulas in them are added later. */
final class IndexInspector {
    private final List<Row> rows;
    private final ColumnInspector columns;
    private final Map<Long, String> operatorClasses;

    private IndexInspector(List<Row> rows, ColumnInspector columns, Map<Long, String> operatorClasses) {
        this.rows = rows;
        this.columns = columns;
        this.operatorClasses = operatorClasses;
    }

    /** @param columns of the same tables */
    static IndexInspector read(CatalogTransaction catalog, Set<String> namespaces, ColumnInspector columns)
            throws SQLException {
        Map<Long, String> operatorClasses = new HashMap<>();
        catalog.read(
                "operator_classes", List.of(), row -> operatorClasses.put(row.getLong("oid"), row.getString("name")));
        return new IndexInspector(catalog.read("indexes", namespaces, IndexInspector::row), columns, operatorClasses);
    }

    /** The oids of the tables with an index that has a formula. */
    Set<Long> tablesWithFormulas() {
        return rows.stream()
                .filter(row -> row.partial || row.columns.contains(0L))
                .map(Row::table)
                .collect(Collectors.toSet());
    }

    /** The indexes of each table, by the table's oid, sorted by name. */
    Map<Long, List<Index>> byTable(Formulas formulas) {
        Map<Long, List<Index>> indexes = new HashMap<>();
        for (Row row : rows) {
            indexes.computeIfAbsent(row.table, _ -> new ArrayList<>()).add(index(row, formulas));
        }
        indexes.values().forEach(ofTable -> ofTable.sort(comparing(Index::name)));
        return indexes;
    }

    private Index index(Row row, Formulas formulas) {
        return new Index(
                row.name,
                row.unique,
                row.method,
                IntStream.range(0, row.keys)
                        .mapToObj(key -> key(row, key, formulas))
                        .toList(),
                row.columns.stream()
                        .skip(row.keys)
                        .flatMap(number -> column(row, number).stream())
                        .toList(),
                row.partial ? Optional.of(formulas.index(row.index, 0)) : Optional.empty(),
                !row.nullsNotDistinct,
                row.valid);
    }

    /** @param key counted from 0, where formulas are counted from 1 */
    private Index.Key key(Row row, int key, Formulas formulas) {
        return column(row, row.columns.get(key))
                .<Index.Key>map(column -> new Index.Key.OfColumn(
                        column,
                        (row.options.get(key) & Row.DESCENDING) != 0,
                        Optional.ofNullable(operatorClasses.get(row.operatorClasses.get(key)))))
                .orElseGet(() -> new Index.Key.OfExpression(formulas.index(row.index, key + 1)));
    }

    private Optional<String> column(Row row, long number) {
        return columns.name(row.table, (int) number);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("table_oid"),
                row.getLong("index_oid"),
                row.getString("name"),
                row.getBoolean("is_unique"),
                row.getString("method"),
                row.getBoolean("nulls_not_distinct"),
                row.getBoolean("valid"),
                row.getBoolean("partial"),
                row.getInt("keys"),
                numbers(row.getString("columns")),
                numbers(row.getString("operator_classes")),
                numbers(row.getString("options")));
    }

    /**
     * A row of pg_index.
     *
     * @param keys how many of the columns are keys; the others are included
     * @param columns their numbers; 0 stands for a formula
     * @param operatorClasses oids, of the keys alone
     * @param options bits, of the keys alone
     */
    private record Row(
            long table,
            long index,
            String name,
            boolean unique,
            String method,
            boolean nullsNotDistinct,
            boolean valid,
            boolean partial,
            int keys,
            List<Long> columns,
            List<Long> operatorClasses,
            List<Long> options) {
        /** PostgreSQL's INDOPTION_DESC in {@code catalog/pg_index.h}. */
        private static final long DESCENDING = 1;
    }
}
