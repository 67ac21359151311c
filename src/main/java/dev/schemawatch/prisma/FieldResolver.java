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
    private final KnownAttributes attributes;
    private final FindingLog log;
    private final Optional<Datasource> datasource;

    FieldResolver(Declarations declarations, FindingLog log, Optional<Datasource> datasource) {
        this.declarations = declarations;
        this.defaults = new DefaultResolver(declarations, log);
        this.relations = new RelationResolver(log);
        this.attributes = new KnownAttributes(log);
        this.log = log;
        this.datasource = datasource;
    }

    Field field(ModelBlock model, FieldNode node, RelationPairs pairs) {
        String name = node.name().text();
        String subject = model.name().text() + "." + name;
        attributes.checkField(node, subject);
        FieldType type = type(node, subject);
        Optional<Relation> relation = type instanceof FieldType.ModelRef
                ? Optional.of(relations.relation(model, node, pairs))
                : Optional.empty();
        return new Field(
                name,
                node.text("map").orElse(name),
                type,
                node.arity(),
                node.attribute("default").flatMap(attribute -> defaults.value(attribute, type, subject)),
                nativeType(node, subject),
                relation,
                node.attribute("ignore").isPresent(),
                node.attribute("updatedAt").isPresent(),
                node.documentation(),
                node.location());
    }

    private FieldType type(FieldNode node, String subject) {
        String name = node.type().name();
        if (node.type().unsupported()) {
            return new FieldType.Unsupported(name);
        }
        return ScalarType.of(name)
                .<FieldType>map(FieldType.Scalar::new)
                .or(() -> declarations.enumeration(name).map(_ -> new FieldType.EnumRef(name)))
                .or(() -> declarations.model(name).map(FieldResolver::reference))
                .orElseGet(() -> unknown(node, subject));
    }

    private static FieldType reference(ModelBlock block) {
        String name = block.name().text();
        return switch (block.kind()) {
            case MODEL, VIEW -> new FieldType.ModelRef(name);
            case TYPE -> new FieldType.CompositeRef(name);
        };
    }

    private FieldType unknown(FieldNode node, String subject) {
        String name = node.type().name();
        log.add(
                SchemaRules.REFERENCE,
                node.type().location(),
                subject,
                name
                        + " is neither a built-in type nor a model or enum of this schema; declare it or correct the name");
        return new FieldType.Unknown(name);
    }

    private Optional<NativeType> nativeType(FieldNode node, String subject) {
        Optional<Attribute> attribute = node.attributes().stream()
                .filter(candidate -> candidate.name().contains("."))
                .findFirst();
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        String name = attribute.get().name();
        int dot = name.indexOf('.');
        String prefix = name.substring(0, dot);
        if (datasource.isPresent() && !datasource.get().name().equals(prefix)) {
            log.add(
                    SchemaRules.REFERENCE,
                    attribute.get().location(),
                    subject,
                    "@" + name + " names no datasource; write @"
                            + datasource.get().name() + name.substring(dot));
        }
        List<String> arguments = attribute.get().arguments().stream()
                .map(PrismaAst.Argument::value)
                .flatMap(value -> argument(value).stream())
                .toList();
        return Optional.of(new NativeType(
                name.substring(dot + 1), arguments, attribute.get().location()));
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
