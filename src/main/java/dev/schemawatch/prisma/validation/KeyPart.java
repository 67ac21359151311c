package dev.schemawatch.prisma.validation;

import java.util.List;
import java.util.Optional;

/**
 * A field inside a key or index.
 *
 * @param path the field, or a field of a composite type with those that lead to it
 * @param descending {@code sort:}
 * @param length {@code length:}
 * @param operatorClass {@code ops:}, a name of Prisma's
 * @param rawOperatorClass whether it is {@code ops: raw("…")}, which nobody judges
 */
record KeyPart(
        List<TypedField> path,
        Optional<Boolean> descending,
        Optional<Long> length,
        Optional<String> operatorClass,
        boolean rawOperatorClass) {

    KeyPart {
        path = List.copyOf(path);
    }

    TypedField field() {
        return path.getLast();
    }

    boolean hasOperatorClass() {
        return rawOperatorClass || operatorClass.isPresent();
    }

    /** Whether more than the field is given. */
    boolean hasArguments() {
        return descending.isPresent() || length.isPresent() || hasOperatorClass();
    }

    /** Whether the path leads to the same field. */
    boolean samePlace(KeyPart other) {
        return path.equals(other.path);
    }
}
