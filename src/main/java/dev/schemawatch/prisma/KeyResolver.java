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
    private final FindingLog log;
    private final KeyFieldResolver keyFields;
    private final PredicateResolver predicates;

    KeyResolver(Declarations declarations, FindingLog log, int prismaMajor) {
        this.log = log;
        this.keyFields = new KeyFieldResolver(declarations, log);
        this.predicates = new PredicateResolver(log, prismaMajor);
    }

    Optional<ModelKey> primaryKey(ModelBlock block, Map<String, FieldNode> fields) {
        List<ModelKey> all = Stream.concat(onFields(block, fields, "id"), onBlock(block, fields, "id"))
                .toList();
        all.stream()
                .skip(1)
                .forEach(key -> log.add(
                        SchemaRules.DUPLICATE,
                        key.location(),
                        block.name().text(),
                        "the model " + block.name().text()
                                + " has a primary key already; for one of several fields write" + " @@id([…])"));
        return all.stream().findFirst();
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
                        keyFields.of(block, attribute, fields),
                        // "name" is what "map" was called before Prisma 3
                        attribute.text("map").or(() -> attribute.text("name")),
                        attribute
                                .named("type")
                                .flatMap(PrismaAst.Expression::asConstant)
                                .map(type -> type.toLowerCase(Locale.ROOT)),
                        predicates.predicate(block, attribute, fields),
                        attribute.name().equals("fulltext"),
                        attribute.location()))
                .toList();
    }

    private Stream<ModelKey> onFields(ModelBlock block, Map<String, FieldNode> fields, String name) {
        return fields.values().stream()
                .flatMap(field -> field.attribute(name).stream()
                        .map(attribute -> new ModelKey(
                                List.of(keyFields.onField(field, attribute)),
                                Optional.empty(),
                                attribute.text("map"),
                                predicates.predicate(block, attribute, fields),
                                true,
                                attribute.location())));
    }

    private Stream<ModelKey> onBlock(ModelBlock block, Map<String, FieldNode> fields, String name) {
        return block.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(attribute -> new ModelKey(
                        keyFields.of(block, attribute, fields),
                        attribute.text("name"),
                        attribute.text("map"),
                        predicates.predicate(block, attribute, fields),
                        false,
                        attribute.location()));
    }
}
