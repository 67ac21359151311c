package dev.schemawatch.sql;

import java.util.Optional;

/** Reads the words that say which kind of object a statement is about. */
final class ObjectKindReader {
    private ObjectKindReader() {}

    /** Moves behind the words; empty where none comes. */
    static Optional<ObjectKind> read(SqlCursor sql) {
        for (ObjectKind kind : ObjectKind.values()) {
            if (sql.accept(kind.keywords())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
