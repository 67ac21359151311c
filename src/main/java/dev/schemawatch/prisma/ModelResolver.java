package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads models and views. */
final class ModelResolver {
    private final FieldResolver fields;
    private final KeyResolver keys;
    private final RelationPairs pairs;

    ModelResolver(Declarations declarations, FieldResolver fields, KeyResolver keys) {
        this.fields = fields;
        this.keys = keys;
        this.pairs = new RelationPairs(declarations);
    }

    Model model(ModelBlock block) {
        String name = block.name().text();
        Map<String, FieldNode> distinct = distinctFields(block);
        return new Model(
                name,
                block.text("map").orElse(name),
                block.text("schema"),
                distinct.values().stream()
                        .map(field -> fields.field(block, field, pairs))
                        .toList(),
                keys.primaryKey(block, distinct),
                keys.uniques(block, distinct),
                keys.indexes(block, distinct),
                block.kind() == ModelBlock.Kind.VIEW,
                block.attribute("ignore").isPresent(),
                block.name().location());
    }

    private Map<String, FieldNode> distinctFields(ModelBlock block) {
        Map<String, FieldNode> distinct = new LinkedHashMap<>();
        block.fields().forEach(field -> distinct.putIfAbsent(field.name().text(), field));
        return distinct;
    }
}
