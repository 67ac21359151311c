package dev.schemawatch.prisma;

import dev.schemawatch.schema.DatabaseSchema;
import java.util.Objects;

/** What a schema expects of the database, and where each object of it is declared. */
public record Lowered(DatabaseSchema expected, Origins origins) {
    public Lowered {
        Objects.requireNonNull(expected);
        Objects.requireNonNull(origins);
    }
}
