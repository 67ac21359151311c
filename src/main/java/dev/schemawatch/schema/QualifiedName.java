package dev.schemawatch.schema;

/**
 * The name of an object inside a PostgreSQL schema, exactly as the catalog stores it (unquoted, case kept).
 *
 * @param schema the namespace, for example {@code public}
 * @param name the object's name there
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** {@code schema.name}, for people; not quoted for SQL. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
