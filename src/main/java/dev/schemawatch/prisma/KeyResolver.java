package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code @id}, {@code @unique}, {@code @@id}, {@code @@unique}, {@code @@index} and {@code @@fulltext}. */
final class KeyResolver {
    private final KeyFieldResolver keyFields;
    private final PredicateResolver predicates;

    KeyResolver(Declarations declarations) {
        this.keyFields = new KeyFieldResolver(declarations);
        this.predicates = new PredicateResolver();
    }

    Optional<ModelKey> primaryKey(ModelBlock block, Map<String, FieldNode> fields) {
        return Stream.concat(onFields(block, fields, "id"), onBlock(block, fields, "id"))
                .findFirst();
    }

    List<ModelKey> uniques(ModelBlock block, Map<String, FieldNode> fields) {
        return Stream.concat(onFields(block, fields, "unique"), onBlock(block, fields, "unique"))
                .toList();
    }

    List<ModelIndex> indexes(ModelBlock block, Map<String, FieldNode> fields) {
        return block.attributes().stream()
                .filter(attribute ->
                        attribute.name().equals("index") || attribute.name().equals("fulltext"))
                .map(attribute -> new ModelIndex(
                        keyFields.of(attribute, fields),
                        // "name" is what "map" was called before Prisma 3
                        attribute.text("map").or(() -> attribute.text("name")),
                        attribute
                                .named("type")
                                .flatMap(PrismaAst.Expression::asConstant)
                                .map(type -> type.toLowerCase(Locale.ROOT)),
                        predicates.predicate(attribute, fields),
                        attribute.name().equals("fulltext"),
                        attribute.location()))
                .toList();
    }

    private Stream<ModelKey> onFields(ModelBlock block, Map<String, FieldNode> fields, String name) {
        return fields.values().stream()
                .flatMap(field -> field.attribute(name).stream()
                        .map(attribute -> new ModelKey(
                                List.of(keyFields.onField(field, attribute)),
                                attribute.text("map"),
                                predicates.predicate(attribute, fields),
                                attribute.location())));
    }

    private Stream<ModelKey> onBlock(ModelBlock block, Map<String, FieldNode> fields, String name) {
        return block.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(attribute -> new ModelKey(
                        keyFields.of(attribute, fields),
                        attribute.text("map"),
                        predicates.predicate(attribute, fields),
                        attribute.location()));
    }
}
