package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.SchemaRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The attributes of models and views. */
final class ModelAttributeRules {
    private static final String KNOWN =
            "@@id, @@unique, @@index, @@fulltext, @@map, @@schema, @@ignore and @@shardKey on a model";

    private final ModelBlock block;
    private final ModelKeys keys;
    private final FindingLog log;
    private final String model;

    ModelAttributeRules(FieldTable table, ModelKeys keys, FindingLog log) {
        this.block = table.block();
        this.keys = keys;
        this.log = log;
        this.model = block.name().text();
    }

    /** Reads the attributes of the block, after those of its fields. */
    ModelDefinition check(List<ScalarField> scalars, List<RelationField> relations) {
        AttributeReader attributes = new AttributeReader(block.attributes(), "@@", model, log);
        Optional<ArgumentReader> ignore = attributes.single("ignore");
        ignore.ifPresent(arguments -> {
            fieldsNeedNoIgnore(scalars);
            arguments.close();
        });
        attributes.single("id").ifPresent(closing(arguments -> keys.id(arguments, ignore.isPresent())));
        Coercion strings = new Coercion(log, SchemaRules.ATTRIBUTE, model);
        Optional<String> mappedName = attributes.single("map").flatMap(arguments -> {
            Optional<String> name = arguments.required("name").flatMap(strings::text);
            arguments.close();
            return name;
        });
        Optional<Expression.Text> namespace = attributes.single("schema").flatMap(arguments -> {
            Optional<Expression.Text> name = arguments.namespace(strings);
            arguments.close();
            return name;
        });
        attributes.repeated("index").forEach(closing(keys::index));
        attributes.repeated("unique").forEach(closing(keys::unique));
        attributes.repeated("fulltext").forEach(closing(keys::fullText));
        attributes.single("shardKey").ifPresent(arguments -> arguments.required("fields"));
        if (ignore.isEmpty()) {
            idIsRequired();
        }
        attributes.close(KNOWN);
        return new ModelDefinition(
                block, scalars, relations, keys.primaryKey(), keys.keys(), ignore.isPresent(), mappedName, namespace);
    }

    private static Consumer<ArgumentReader> closing(Consumer<ArgumentReader> read) {
        return read.andThen(ArgumentReader::close);
    }

    private void fieldsNeedNoIgnore(List<ScalarField> scalars) {
        scalars.stream()
                .filter(ScalarField::ignored)
                .forEach(field -> log.add(
                        SchemaRules.ATTRIBUTE,
                        field.typed().location(),
                        model + "." + field.name(),
                        "the model is ignored as a whole; remove @ignore here"));
    }

    private void idIsRequired() {
        keys.primaryKey()
                .filter(key -> key.onField() && !key.fields().getFirst().isRequired())
                .ifPresent(key -> log.add(
                        SchemaRules.KEY,
                        key.location(),
                        model + "." + key.fieldNames().getFirst(),
                        "a primary key is always set and one value; remove the ? or [], or use @unique"));
    }
}
