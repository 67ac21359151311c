package dev.schemawatch.postgres;

import dev.schemawatch.schema.Formula;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of tables, which PostgreSQL prints only after it has locked the table (ACCESS SHARE). While somebody alters a
 * table its formulas cannot be had; everything else of it can, and so can those of all other tables.
 *
 * <p>All are asked for at once, since hardly ever a table is locked. When one is, those that {@code pg_locks} names are left
 * out the next time: the number of attempts bounds the time, however many tables a migration holds.
 */
final class Formulas {
    private static final int ATTEMPTS = 3;

    private final Map<ColumnName, Formula> columns = new HashMap<>();
    private final Map<KeyPosition, Formula> indexes = new HashMap<>();

    private Formulas() {}

    /** @param tables oids of the tables that have any */
    static Formulas read(CatalogTransaction catalog, Set<Long> tables) throws SQLException {
        Set<Long> left = new TreeSet<>(tables);
        for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            try {
                return catalog.attempt(() -> all(catalog, left));
            } catch (SQLException e) {
                if (!CatalogTransaction.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
                left.removeAll(catalog.read("locked_tables", List.of(), row -> row.getLong("oid")));
            }
        }
        return new Formulas();
    }

    private static Formulas all(CatalogTransaction catalog, Set<Long> tables) throws SQLException {
        Formulas formulas = new Formulas();
        Collection<String> oids = tables.stream().map(String::valueOf).toList();
        catalog.read(
                "generated",
                oids,
                row -> formulas.columns.put(
                        new ColumnName(row.getLong("table_oid"), row.getString("name")),
                        formula(row.getString("sql"))));
        catalog.read(
                "index_expressions",
                oids,
                row -> formulas.indexes.put(
                        new KeyPosition(row.getLong("index_oid"), row.getInt("position")),
                        formula(row.getString("sql"))));
        return formulas;
    }

    /** The formula of a generated column. */
    Formula column(long table, String name) {
        return columns.getOrDefault(new ColumnName(table, name), new Formula.Unread());
    }

    /** The formula of a key of an index, counted from 1; at position 0, the predicate. */
    Formula index(long index, int position) {
        return indexes.getOrDefault(new KeyPosition(index, position), new Formula.Unread());
    }

    /** PostgreSQL prints nothing for a table that was dropped since the snapshot was taken. */
    private static Formula formula(@Nullable String sql) {
        return Optional.ofNullable(sql).map(Formula::of).orElse(new Formula.Unread());
    }

    private record ColumnName(long table, String name) {}

    private record KeyPosition(long index, int position) {}
}
