package dev.schemawatch.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * A database, and the schema that it is compared with.
 *
 * @param schema path of the project's schema, relative to the root; empty means the only project of the repository
 * @param namespace the PostgreSQL schema of models that name none: the URL's {@code schema}, or {@code public}
 */
public record WatchedDatabase(Optional<String> schema, String namespace, DatabaseState state) {
    public WatchedDatabase {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(state);
    }
}
