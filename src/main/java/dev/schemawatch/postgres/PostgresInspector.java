package dev.schemawatch.postgres;

import static dev.schemawatch.postgres.CatalogTransaction.strings;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the catalog of a live database into a {@link DatabaseSchema}: PostgreSQL 13 and later, from {@code pg_catalog} and
 * never {@code information_schema}, which shows a role without grants an empty database.
 *
 * <p>Only the formulas of indexes and computed columns make PostgreSQL lock a table. They are read last; those of a table
 * that somebody is altering stay unread, and the rest of it is known.
 */
final class PostgresInspector {
    private final CatalogTransaction catalog;

    PostgresInspector(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    /**
     * What the catalog holds in these namespaces; of a namespace that does not exist, nothing.
     *
     * @throws SQLException with state 55P03 when the catalog itself was locked for longer than the lock time-out
     */
    DatabaseSchema inspect(SortedSet<String> namespaces) throws SQLException {
        SortedSet<String> present = new TreeSet<>(catalog.read("namespaces", namespaces, row -> row.getString("name")));
        SortedMap<QualifiedName, EnumType> enums =
                byName(catalog.read("enums", present, PostgresInspector::enumType), EnumType::name);
        SortedSet<QualifiedName> views = new TreeSet<>(catalog.read("views", present, PostgresInspector::name));
        SortedSet<QualifiedName> sequences = new TreeSet<>(catalog.read("sequences", present, PostgresInspector::name));
        SortedMap<String, Extension> extensions =
                byName(catalog.read("extensions", present, PostgresInspector::extension), Extension::name);
        SortedMap<QualifiedName, Table> tables = byName(new TableInspector(catalog).inspect(present), Table::name);
        return new DatabaseSchema(present, tables, enums, views, sequences, extensions);
    }

    /** What was read before in other namespaces, and what the catalog holds in these. */
    DatabaseSchema inspectMore(DatabaseSchema before, SortedSet<String> namespaces) throws SQLException {
        if (namespaces.isEmpty()) {
            return before;
        }
        DatabaseSchema more = inspect(namespaces);
        return new DatabaseSchema(
                union(before.namespaces(), more.namespaces()),
                union(before.tables(), more.tables()),
                union(before.enums(), more.enums()),
                union(before.views(), more.views()),
                union(before.sequences(), more.sequences()),
                before.extensions());
    }

    private static <T> SortedSet<T> union(SortedSet<T> one, SortedSet<T> other) {
        SortedSet<T> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static <K, V> SortedMap<K, V> union(SortedMap<K, V> one, SortedMap<K, V> other) {
        SortedMap<K, V> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    private static EnumType enumType(ResultSet row) throws SQLException {
        return new EnumType(name(row), strings(row, "labels"));
    }

    private static Extension extension(ResultSet row) throws SQLException {
        return new Extension(
                row.getString("name"), Optional.of(row.getString("schema")), Optional.of(row.getString("version")));
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return new QualifiedName(row.getString("schema"), row.getString("name"));
    }

    private static <K, V> SortedMap<K, V> byName(List<V> values, Function<V, K> name) {
        SortedMap<K, V> sorted = new TreeMap<>();
        values.forEach(value -> sorted.put(name.apply(value), value));
        return sorted;
    }
}
