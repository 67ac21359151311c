package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import java.util.Optional;

/**
 * A field that holds a value, with what its attributes say.
 *
 * @param defaultValue of a {@code @default} that fits the field's type
 * @param nativeType {@code @db.…}
 */
record ScalarField(
        TypedField typed,
        boolean ignored,
        Optional<String> mappedName,
        Optional<DefaultValue> defaultValue,
        Optional<Attribute> nativeType) {

    /**
     * A default.
     *
     * @param mappedName {@code map:}, the name of the constraint
     */
    record DefaultValue(Attribute attribute, Expression value, Optional<String> mappedName) {
        boolean isCall(String function) {
            return value instanceof Expression.Call call && call.name().equals(function);
        }
    }

    String name() {
        return typed.name();
    }

    String databaseName() {
        return mappedName.orElse(name());
    }
}
