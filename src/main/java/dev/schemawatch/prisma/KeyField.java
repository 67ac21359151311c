package dev.schemawatch.prisma;

import java.util.Objects;
import java.util.Optional;

/**
 * A field inside {@code @@id}, {@code @@unique} or {@code @@index}.
 *
 * @param name the field's name in the schema; a path ({@code address.city}) only in databases other than PostgreSQL
 * @param descending {@code sort: Desc}
 * @param operatorClass {@code ops:} as written: {@code JsonbPathOps}, or the text of {@code raw("…")}
 */
public record KeyField(String name, boolean descending, Optional<OperatorClass> operatorClass) {
    public KeyField {
        Objects.requireNonNull(name);
    }

    /**
     * An operator class.
     *
     * @param raw whether {@code name} is already the database's name
     */
    public record OperatorClass(String name, boolean raw) {}
}
