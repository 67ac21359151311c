package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.Kind;
import java.util.Optional;

/** Reads the words that say which kind of object a statement is about. */
final class ObjectKindReader {
    private ObjectKindReader() {}

    /** Moves behind the words; empty for a kind that nothing is known of. */
    static Optional<Kind> read(SqlCursor sql) {
        if (sql.accept("TABLE") || sql.accept("FOREIGN", "TABLE")) {
            return Optional.of(Kind.TABLE);
        }
        if (sql.accept("VIEW") || sql.accept("MATERIALIZED", "VIEW") || sql.accept("RECURSIVE", "VIEW")) {
            return Optional.of(Kind.VIEW);
        }
        if (sql.accept("TYPE")) {
            return Optional.of(Kind.TYPE);
        }
        if (sql.accept("SEQUENCE")) {
            return Optional.of(Kind.SEQUENCE);
        }
        if (sql.accept("EXTENSION")) {
            return Optional.of(Kind.EXTENSION);
        }
        return sql.accept("SCHEMA") ? Optional.of(Kind.SCHEMA) : Optional.empty();
    }
}
