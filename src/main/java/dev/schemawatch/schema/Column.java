package dev.schemawatch.schema;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name as the catalog stores it
 * @param nullable whether NULL is allowed
 */
public record Column(String name, ColumnType type, boolean nullable, DefaultValue defaultValue) {
    public Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(defaultValue);
    }
}
