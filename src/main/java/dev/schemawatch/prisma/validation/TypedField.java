package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.ScalarType;
import java.util.Optional;

/** A field and what its type stands for. */
record TypedField(FieldNode node, FieldType type) {

    String name() {
        return node.name().text();
    }

    Location.InFile location() {
        return node.location();
    }

    /** Whether it holds a value, be it one that Prisma cannot handle, rather than a relation or an unknown type. */
    boolean isScalar() {
        return switch (type) {
            case FieldType.Scalar _, FieldType.EnumRef _, FieldType.CompositeRef _, FieldType.Unsupported _ -> true;
            case FieldType.ModelRef _, FieldType.Unknown _ -> false;
        };
    }

    Optional<ScalarType> scalar() {
        return type instanceof FieldType.Scalar(ScalarType scalar) ? Optional.of(scalar) : Optional.empty();
    }

    boolean is(ScalarType scalar) {
        return scalar().equals(Optional.of(scalar));
    }

    boolean isUnsupported() {
        return type instanceof FieldType.Unsupported;
    }

    boolean isRequired() {
        return node.arity() == Arity.REQUIRED;
    }

    boolean isOptional() {
        return node.arity() == Arity.OPTIONAL;
    }

    boolean isList() {
        return node.arity() == Arity.LIST;
    }
}
