package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of keys and indexes: {@code [a, b(sort: Desc, ops: JsonbPathOps)]}. */
final class KeyFieldResolver {
    private final Declarations declarations;

    KeyFieldResolver(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The one field that carries {@code @id} or {@code @unique}. */
    KeyField onField(FieldNode field, Attribute attribute) {
        return keyField(field.name().text(), attribute.arguments());
    }

    /** The fields that a {@code @@} attribute lists; those that are no columns of the model are left out. */
    List<KeyField> of(Attribute attribute, Map<String, FieldNode> fields) {
        return attribute.namedOrFirst("fields").map(Expression::elements).orElse(List.of()).stream()
                .flatMap(element -> keyField(element).stream())
                .filter(field -> isScalar(field, fields))
                .toList();
    }

    private static Optional<KeyField> keyField(Expression element) {
        return switch (element) {
            case Expression.Constant constant -> Optional.of(keyField(constant.name(), List.of()));
            case Expression.Call call -> Optional.of(keyField(call.name(), call.arguments()));
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ ->
                Optional.empty();
        };
    }

    private static KeyField keyField(String name, List<Argument> arguments) {
        Expression.Call options = new Expression.Call(name, arguments, List.of(), Location.InFile.whole(""));
        return new KeyField(
                name,
                options.named("sort").flatMap(Expression::asConstant).equals(Optional.of("Desc")),
                options.named("ops").flatMap(KeyFieldResolver::operatorClass));
    }

    private static Optional<KeyField.OperatorClass> operatorClass(Expression value) {
        if (value instanceof Expression.Call call && call.name().equals("raw")) {
            return call.first().flatMap(Expression::asText).map(name -> new KeyField.OperatorClass(name, true));
        }
        return value.asConstant().map(name -> new KeyField.OperatorClass(name, false));
    }

    private boolean isScalar(KeyField keyField, Map<String, FieldNode> fields) {
        // A path into a composite type (MongoDB) is known by its first name.
        FieldNode field = fields.get(keyField.name().split("\\.", 2)[0]);
        return field != null && !isRelation(field);
    }

    private boolean isRelation(FieldNode field) {
        return declarations
                .model(field.type().name())
                .filter(other -> other.kind() != ModelBlock.Kind.TYPE)
                .isPresent();
    }
}
