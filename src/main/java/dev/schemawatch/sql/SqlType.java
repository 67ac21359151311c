package dev.schemawatch.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of a column as a statement names it.
 *
 * @param schema empty where the statement names none
 * @param name as {@code format_type} prints it where it is PostgreSQL's own: {@code integer} for {@code int4}; in lower case
 *     unless it was quoted
 * @param modifiers the numbers in parentheses: length, or precision and scale
 * @param array whether it is an array of that type
 */
public record SqlType(Optional<String> schema, String name, List<Integer> modifiers, boolean array) {
    public SqlType {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(name);
        modifiers = List.copyOf(modifiers);
    }

    /** Whether it is a shorthand for an integer with a sequence of its own. */
    public boolean isSerial() {
        return switch (name) {
            case "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8" -> true;
            default -> false;
        };
    }

    /** The type as SQL prints it. */
    public String display() {
        String words = modifiers.isEmpty()
                ? name
                : name + "("
                        + String.join(
                                ",", modifiers.stream().map(String::valueOf).toList()) + ")";
        return schema.map(qualifier -> qualifier + ".").orElse("") + words + (array ? "[]" : "");
    }
}
