package dev.schemawatch.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A column's type in PostgreSQL's canonical spelling.
 *
 * @param name the type's name as {@code format_type} prints it without modifiers ({@code integer}, {@code character
 *     varying}, {@code timestamp without time zone}); a type outside {@code pg_catalog} is named without its schema
 * @param schema the namespace of a user-defined type ({@code enum}, extension type); empty for {@code pg_catalog}, and
 *     where the author did not say (an {@code Unsupported("vector(3)")} column)
 * @param modifiers the numbers or words in parentheses, as written by {@code format_type}; empty when there are none
 * @param list whether it is an array; PostgreSQL does not keep the number of dimensions apart, nor do we
 */
public record ColumnType(String name, String schema, List<String> modifiers, boolean list) {

    public ColumnType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(schema);
        modifiers = List.copyOf(modifiers);
    }

    /** A type of {@code pg_catalog} that is no array. */
    public static ColumnType of(String name, String... modifiers) {
        return new ColumnType(name, "", List.of(modifiers), false);
    }

    /** A user-defined type that is no array. */
    public static ColumnType of(QualifiedName name) {
        return new ColumnType(name.name(), name.schema(), List.of(), false);
    }

    /** The array of this type. */
    public ColumnType asList() {
        return new ColumnType(name, schema, modifiers, true);
    }

    /** As {@link #display}, with the namespace of a user-defined type in front. */
    public String qualifiedDisplay() {
        return schema.isEmpty() ? display() : schema + "." + display();
    }

    /** The type as {@code format_type} prints it: {@code character varying(50)[]}, {@code timestamp(3) without time zone}. */
    public String display() {
        String numbers = modifiers.isEmpty() ? "" : modifiers.stream().collect(Collectors.joining(",", "(", ")"));
        int zone = name.startsWith("time") && name.endsWith(" time zone") ? name.indexOf(' ') : name.length();
        return name.substring(0, zone) + numbers + name.substring(zone) + (list ? "[]" : "");
    }
}
