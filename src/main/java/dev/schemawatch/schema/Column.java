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

    /** The column for people, without its name: {@code integer not null default 0}. */
    public String display() {
        String standard = defaultValue instanceof DefaultValue.None ? "" : ", default " + defaultValue.display();
        return type.display() + (nullable ? "" : " not null") + standard;
    }
}
