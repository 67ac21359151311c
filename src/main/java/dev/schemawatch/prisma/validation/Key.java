package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * A primary key, unique constraint or index, with what its attribute says.
 *
 * @param onField whether it is declared on its field rather than on the model
 * @param clientName {@code name:}
 * @param mappedName {@code map:}
 * @param clustered {@code clustered:}
 * @param where the place of {@code where:}, of a partial index
 */
record Key(
        Kind kind,
        Attribute attribute,
        boolean onField,
        List<KeyPart> parts,
        Optional<String> clientName,
        Optional<String> mappedName,
        Optional<IndexMethod> method,
        Optional<Boolean> clustered,
        Optional<Location.InFile> where) {

    Key {
        parts = List.copyOf(parts);
    }

    /** Which of the four. */
    enum Kind {
        ID,
        UNIQUE,
        INDEX,
        FULLTEXT
    }

    Location.InFile location() {
        return attribute.location();
    }

    /** The attribute as it is written: {@code @@index}. */
    String written() {
        return (onField ? "@" : "@@") + attribute.name();
    }

    /** Where that argument stands, or else the whole attribute. */
    Location.InFile location(String argument) {
        return attribute.argument(argument).map(found -> found.location()).orElse(location());
    }

    boolean isUnique() {
        return kind == Kind.UNIQUE;
    }

    /** Whether it tells rows apart. */
    boolean isCriterion() {
        return kind == Kind.UNIQUE || kind == Kind.ID;
    }

    List<TypedField> fields() {
        return parts.stream().map(KeyPart::field).toList();
    }

    List<String> fieldNames() {
        return parts.stream().map(part -> part.field().name()).toList();
    }

    /** Whether it always tells rows apart: no field of it may be empty or is unknown to Prisma. */
    boolean isStrict() {
        return isCriterion() && fields().stream().noneMatch(field -> field.isOptional() || field.isUnsupported());
    }
}
