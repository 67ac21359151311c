package dev.schemawatch.schema;

import java.util.List;

/**
 * A primary key.
 *
 * @param name the constraint's name
 * @param columns in key order
 */
public record PrimaryKey(String name, List<String> columns) {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    /** The key for people, without its name: {@code (tenantId, id)}. */
    public String display() {
        return "(" + String.join(", ", columns) + ")";
    }
}
