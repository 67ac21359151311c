package dev.schemawatch.migration;

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
}
