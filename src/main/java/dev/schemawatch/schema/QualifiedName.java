package dev.schemawatch.schema;

import java.util.Comparator;

/**
 * The name of an object inside a PostgreSQL schema, exactly as the catalog stores it (unquoted, case kept).
 *
 * @param schema the namespace, for example {@code public}
 * @param name the object's name there
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** {@code schema.name}, for people; not quoted for SQL. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
