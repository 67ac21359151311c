package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;

/** Reads fields: their types, defaults, native types and relations. */
final class FieldResolver {
    private final Declarations declarations;
    private final DefaultResolver defaults;
    private final RelationResolver relations;

    FieldResolver(Declarations declarations) {
        this.declarations = declarations;
        this.defaults = new DefaultResolver(declarations);
        this.relations = new RelationResolver();
    }

    Field field(ModelBlock model, FieldNode node, RelationPairs pairs) {
        String name = node.name().text();
        FieldType type = type(node);
        Optional<Relation> relation = type instanceof FieldType.ModelRef
                ? Optional.of(relations.relation(model, node, pairs))
                : Optional.empty();
        return new Field(
                name,
                node.text("map").orElse(name),
                type,
                node.arity(),
                node.attribute("default").flatMap(attribute -> defaults.value(attribute, type)),
                nativeType(node),
                relation,
                node.attribute("ignore").isPresent(),
                node.attribute("updatedAt").isPresent(),
                node.location());
    }

    private FieldType type(FieldNode node) {
        String name = node.type().name();
        if (node.type().unsupported()) {
            return new FieldType.Unsupported(name);
        }
        return ScalarType.of(name)
                .<FieldType>map(FieldType.Scalar::new)
                .or(() -> declarations.enumeration(name).map(_ -> new FieldType.EnumRef(name)))
                .or(() -> declarations.model(name).map(FieldResolver::reference))
                .orElseGet(() -> new FieldType.Unknown(name));
    }

    private static FieldType reference(ModelBlock block) {
        String name = block.name().text();
        return switch (block.kind()) {
            case MODEL, VIEW -> new FieldType.ModelRef(name);
            case TYPE -> new FieldType.CompositeRef(name);
        };
    }

    private Optional<NativeType> nativeType(FieldNode node) {
        Optional<Attribute> attribute = node.attributes().stream()
                .filter(candidate -> candidate.name().contains("."))
                .findFirst();
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        String name = attribute.get().name();
        List<String> arguments = attribute.get().arguments().stream()
                .map(PrismaAst.Argument::value)
                .flatMap(value -> argument(value).stream())
                .toList();
        return Optional.of(new NativeType(name.substring(name.indexOf('.') + 1), arguments));
    }

    private static Optional<String> argument(Expression value) {
        return switch (value) {
            case Expression.Numeral number -> Optional.of(number.value());
            case Expression.Constant constant -> Optional.of(constant.name());
            case Expression.Text text -> Optional.of(text.value());
            case Expression.Call _, Expression.Array _, Expression.Dictionary _ -> Optional.empty();
        };
    }
}
