package dev.schemawatch.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * The name of an object as a statement gives it, in the catalog's spelling: quotes taken off, unquoted words in lower case,
 * cut at 63 bytes (PostgreSQL manual, 4.1.1).
 *
 * @param schema empty where the statement leaves it to the search path
 */
public record SqlName(Optional<String> schema, String name) {
    public SqlName {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(name);
    }

    /** The name as SQL, quoted. */
    public String sql() {
        return schema.map(qualifier -> quote(qualifier) + ".").orElse("") + quote(name);
    }

    /** Another object of the same schema. */
    public SqlName sibling(String other) {
        return new SqlName(schema, other);
    }

    /** The name without {@code public}: where statements say nothing else, that is where objects are. */
    public SqlName normal() {
        return schema.filter("public"::equals).isPresent() ? new SqlName(Optional.empty(), name) : this;
    }

    /** An identifier as SQL, in quotes. */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
