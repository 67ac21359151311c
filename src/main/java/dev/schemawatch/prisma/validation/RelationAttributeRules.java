package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.SchemaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The attributes of relation fields, {@code @relation} before all. */
final class RelationAttributeRules {
    private final FieldTable table;
    private final Function<ModelBlock, FieldTable> tables;
    private final FindingLog log;

    RelationAttributeRules(FieldTable table, Function<ModelBlock, FieldTable> tables, FindingLog log) {
        this.table = table;
        this.tables = tables;
        this.log = log;
    }

    RelationField check(TypedField field, ModelBlock other) {
        String subject = table.block().name().text() + "." + field.name();
        AttributeReader attributes = new AttributeReader(field.node().attributes(), "@", subject, log);
        Optional<ArgumentReader> relation = attributes.single("relation");
        RelationField read = relation.map(arguments -> relation(arguments, field, other, subject))
                .orElseGet(() -> plain(field, other));
        boolean ignored = attributes.single("ignore").isPresent();
        belongToColumns(attributes, read, subject);
        attributes.close("@relation and @ignore on a relation");
        return new RelationField(
                read.model(),
                read.node(),
                other,
                read.attribute(),
                read.name(),
                read.fields(),
                read.references(),
                read.onDelete(),
                read.onUpdate(),
                read.mappedName(),
                ignored);
    }

    private RelationField plain(TypedField field, ModelBlock other) {
        return new RelationField(
                table.block(),
                field.node(),
                other,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private RelationField relation(ArgumentReader arguments, TypedField field, ModelBlock other, String subject) {
        Attribute attribute = arguments.attribute();
        Optional<List<String>> fields =
                arguments.optional("fields").map(list -> fields(list, table, list.location(), arguments, subject));
        Optional<List<String>> references = arguments
                .optional("references")
                .map(list -> fields(list, tables.apply(other), arguments.location(), arguments, subject));
        Optional<String> name =
                arguments.keyedOrUnnamed("name").flatMap(new Coercion(log, SchemaRules.ATTRIBUTE, subject)::text);
        if (name.equals(Optional.of(""))) {
            arguments.report(SchemaRules.RELATION, "a relation's name must not be empty; write one or leave it away");
        }
        Optional<RelationField.Action> onDelete =
                arguments.optional("onDelete").flatMap(value -> action(value, "onDelete", subject));
        Optional<RelationField.Action> onUpdate =
                arguments.optional("onUpdate").flatMap(value -> action(value, "onUpdate", subject));
        Optional<String> mappedName = arguments.name("map");
        arguments.close();
        return new RelationField(
                table.block(),
                field.node(),
                other,
                Optional.of(attribute),
                name.filter(text -> !text.isEmpty()),
                fields,
                references,
                onDelete,
                onUpdate,
                mappedName,
                false);
    }

    /** The names of a list of fields; none of them where one of them is no plain field of the model. */
    private List<String> fields(
            Expression list, FieldTable of, Location.InFile place, ArgumentReader arguments, String subject) {
        Coercion coercion = new Coercion(log, SchemaRules.ATTRIBUTE, subject);
        Optional<List<String>> names = coercion.list(list, coercion::constant);
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> valueless = new ArrayList<>();
        for (String name : names.get()) {
            Optional<TypedField> field = of.find(name);
            if (field.isEmpty()) {
                unknown.add(name);
            } else if (!field.get().isScalar()) {
                valueless.add(name);
            } else if (known.contains(name)) {
                arguments.report(SchemaRules.RELATION, "the list names " + name + " twice; name each field once");
                return List.of();
            } else {
                known.add(name);
            }
        }
        String model = of.block().name().text();
        if (!unknown.isEmpty()) {
            report(
                    SchemaRules.REFERENCE,
                    place,
                    subject,
                    model + " has no field " + String.join(", ", unknown) + "; add it or correct the name");
        }
        if (!valueless.isEmpty()) {
            report(
                    SchemaRules.RELATION,
                    place,
                    subject,
                    String.join(", ", valueless) + " of " + model
                            + " is a relation itself or of an unknown type; name the plain fields that hold the key");
        }
        return unknown.isEmpty() && valueless.isEmpty() ? known : List.of();
    }

    private Optional<RelationField.Action> action(Expression value, String key, String subject) {
        Optional<String> word = new Coercion(log, SchemaRules.ATTRIBUTE, subject).constant(value);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<RelationField.Action> action = Stream.of(RelationField.Action.Kind.values())
                .filter(kind -> kind.word().equals(word.get()))
                .map(kind -> new RelationField.Action(kind, value.location()))
                .findFirst();
        if (action.isEmpty()) {
            report(
                    SchemaRules.RELATION,
                    value.location(),
                    subject,
                    key + " must be one of Cascade, Restrict, NoAction, SetNull, SetDefault");
        }
        return action;
    }

    private void belongToColumns(AttributeReader attributes, RelationField field, String subject) {
        String columns = field.hasFields() ? String.join(", ", field.fields().orElseThrow()) : "the field of its key";
        attributes
                .single("id")
                .ifPresent(arguments -> arguments.report(
                        SchemaRules.KEY, "a relation is no column; put @id on " + columns + " instead"));
        attributes
                .single("default")
                .ifPresent(arguments -> arguments.report(
                        SchemaRules.DEFAULT, "a relation is no column; put @default on " + columns + " instead"));
        attributes.single("map").ifPresent(arguments -> {
            arguments.report(SchemaRules.ATTRIBUTE, "a relation is no column; put @map on " + columns + " instead");
            arguments.required("name");
        });
        attributes
                .single("unique")
                .ifPresent(arguments -> arguments.report(
                        SchemaRules.KEY, "a relation is no column; put @unique on " + columns + " instead"));
    }

    private void report(Rule rule, Location.InFile place, String subject, String message) {
        log.add(rule, place, subject, message);
    }
}
