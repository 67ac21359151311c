package dev.schemawatch.schema;

import java.util.List;

/**
 * An enumerated type.
 *
 * @param values the labels in sort order
 */
public record EnumType(QualifiedName name, List<String> values) {
    public EnumType {
        values = List.copyOf(values);
    }
}
