package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of keys and indexes: {@code [a, b(sort: Desc, ops: JsonbPathOps)]}. */
final class KeyFieldResolver {
    private final Declarations declarations;
    private final FindingLog log;

    KeyFieldResolver(Declarations declarations, FindingLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    /** The one field that carries {@code @id} or {@code @unique}. */
    KeyField onField(FieldNode field, Attribute attribute) {
        return keyField(field.name().text(), attribute.arguments());
    }

    /** The fields that a {@code @@} attribute lists; those that the model does not have are findings, and left out. */
    List<KeyField> of(ModelBlock block, Attribute attribute, Map<String, FieldNode> fields) {
        List<Expression> listed =
                attribute.namedOrFirst("fields").map(Expression::elements).orElse(List.of());
        if (listed.isEmpty()) {
            log.add(
                    SchemaRules.SYNTAX,
                    attribute.location(),
                    block.name().text(),
                    "@@" + attribute.name() + " names no fields; write @@" + attribute.name() + "([field])");
        }
        List<KeyField> keyFields = new ArrayList<>();
        for (Expression element : listed) {
            keyField(element, block, attribute)
                    .filter(field -> isScalar(field, element, block, attribute, fields))
                    .ifPresent(keyFields::add);
        }
        return keyFields;
    }

    private Optional<KeyField> keyField(Expression element, ModelBlock block, Attribute attribute) {
        return switch (element) {
            case Expression.Constant constant -> Optional.of(keyField(constant.name(), List.of()));
            case Expression.Call call -> Optional.of(keyField(call.name(), call.arguments()));
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ -> {
                log.add(
                        SchemaRules.SYNTAX,
                        element.location(),
                        block.name().text(),
                        "@@" + attribute.name() + " wants the names of fields, without quotes");
                yield Optional.empty();
            }
        };
    }

    private static KeyField keyField(String name, List<Argument> arguments) {
        Expression.Call options = new Expression.Call(name, arguments, Location.InFile.whole(""));
        return new KeyField(
                name,
                options.named("sort").flatMap(Expression::asConstant).equals(Optional.of("Desc")),
                options.named("length").flatMap(KeyFieldResolver::number),
                options.named("ops").flatMap(KeyFieldResolver::operatorClass));
    }

    private static Optional<Integer> number(Expression value) {
        if (!(value instanceof Expression.Numeral number) || !number.value().matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(number.value()));
    }

    private static Optional<KeyField.OperatorClass> operatorClass(Expression value) {
        if (value instanceof Expression.Call call && call.name().equals("raw")) {
            return call.first().flatMap(Expression::asText).map(name -> new KeyField.OperatorClass(name, true));
        }
        return value.asConstant().map(name -> new KeyField.OperatorClass(name, false));
    }

    private boolean isScalar(
            KeyField keyField, Expression place, ModelBlock block, Attribute attribute, Map<String, FieldNode> fields) {
        String model = block.name().text();
        // A path into a composite type (MongoDB) is known by its first name.
        String first = keyField.name().split("\\.", 2)[0];
        FieldNode field = fields.get(first);
        if (field != null && !isRelation(field)) {
            return true;
        }
        if (field != null) {
            log.add(
                    SchemaRules.REFERENCE,
                    place.location(),
                    model + "." + first,
                    "@@" + attribute.name() + " names the relation " + first
                            + ", which is no column; name the fields that hold its foreign key");
            return false;
        }
        log.add(
                SchemaRules.REFERENCE,
                place.location(),
                model + "." + first,
                "@@" + attribute.name() + " names the field " + first + ", which " + model
                        + " does not have; add the field or correct the name");
        return false;
    }

    private boolean isRelation(FieldNode field) {
        return declarations
                .model(field.type().name())
                .filter(other -> other.kind() != ModelBlock.Kind.TYPE)
                .isPresent();
    }
}
