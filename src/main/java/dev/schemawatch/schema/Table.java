package dev.schemawatch.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table.
 *
 * @param columns in the order of declaration; order is no difference
 * @param indexes sorted by name
 * @param foreignKeys sorted by name
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<Index> indexes,
        List<ForeignKey> foreignKeys) {

    public Table {
        Objects.requireNonNull(name);
        Objects.requireNonNull(primaryKey);
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
