package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of the fields that hold values. */
final class ScalarAttributeRules {
    private final FieldTable table;
    private final ModelKeys keys;
    private final Declarations declarations;
    private final FindingLog log;
    /** What the fields seen so far are mapped to. */
    private final Map<String, TypedField> byMappedName = new HashMap<>();

    private final Map<TypedField, String> mappedNames = new IdentityHashMap<>();

    ScalarAttributeRules(FieldTable table, ModelKeys keys, Declarations declarations, FindingLog log) {
        this.table = table;
        this.keys = keys;
        this.declarations = declarations;
        this.log = log;
    }

    ScalarField check(TypedField field) {
        if (field.node().attributes().isEmpty()) {
            return new ScalarField(field, false, Optional.empty(), Optional.empty(), Optional.empty());
        }
        String subject = table.block().name().text() + "." + field.name();
        AttributeReader attributes = new AttributeReader(field.node().attributes(), "@", subject, log);
        Optional<String> mappedName = attributes.single("map").flatMap(arguments -> mapped(arguments, subject));
        mappedName.ifPresent(name -> isTheOnlyOne(field, name, subject));
        Optional<ArgumentReader> ignore = attributes.single("ignore");
        ignore.ifPresent(arguments -> ignore(arguments, field));
        attributes.single("relation").ifPresent(this::relation);
        attributes.single("id").ifPresent(arguments -> {
            keys.idOnField(arguments, field);
            arguments.close();
        });
        attributes.single("updatedAt").ifPresent(arguments -> updatedAt(arguments, field));
        Optional<ScalarField.DefaultValue> defaultValue = attributes
                .single("default")
                .flatMap(arguments -> {
                    Optional<ScalarField.DefaultValue> value =
                            new DefaultRules(declarations, arguments, field, subject, log).onModel();
                    arguments.close();
                    return value;
                });
        Optional<Attribute> nativeType = field.scalar().flatMap(_ -> attributes.nativeType());
        attributes.single("unique").ifPresent(arguments -> {
            keys.uniqueOnField(arguments, field);
            arguments.close();
        });
        attributes.single("shardKey").ifPresent(ArgumentReader::close);
        attributes.close("@id, @unique, @default, @map, @updatedAt, @ignore and native types here");
        return new ScalarField(
                field, ignore.isPresent() && !field.isUnsupported(), mappedName, defaultValue, nativeType);
    }

    private Optional<String> mapped(ArgumentReader arguments, String subject) {
        Optional<String> name =
                arguments.required("name").flatMap(new Coercion(log, SchemaRules.ATTRIBUTE, subject)::text);
        arguments.close();
        return name;
    }

    /** A later field that takes its own name away by another {@code @map} still counts as its name, as in Prisma. */
    private void isTheOnlyOne(TypedField field, String name, String subject) {
        mappedNames.put(field, name);
        if (byMappedName.put(name, field) != null) {
            duplicate(field, name, subject);
        }
        boolean taken = table.find(name)
                .filter(other -> other.isScalar() && other != field)
                .filter(other -> mappedNames.getOrDefault(other, name).equals(name))
                .isPresent();
        if (taken) {
            duplicate(field, name, subject);
        }
    }

    private void duplicate(TypedField field, String name, String subject) {
        log.add(
                SchemaRules.DUPLICATE,
                field.location(),
                subject,
                "another field has the column " + name + " already; map one of them to another name");
    }

    private static void ignore(ArgumentReader arguments, TypedField field) {
        if (field.isUnsupported()) {
            arguments.report(SchemaRules.ATTRIBUTE, "the client leaves Unsupported fields out anyway; remove @ignore");
        }
        arguments.close();
    }

    private void relation(ArgumentReader arguments) {
        arguments.report(
                SchemaRules.RELATION, "@relation belongs to a field whose type is a model; this one holds a value");
        arguments.close();
    }

    private static void updatedAt(ArgumentReader arguments, TypedField field) {
        if (!field.is(ScalarType.DATE_TIME)) {
            arguments.report(SchemaRules.ATTRIBUTE, "@updatedAt is for fields of type DateTime");
        }
        if (field.isList()) {
            arguments.report(SchemaRules.ATTRIBUTE, "@updatedAt sets one date, and this is a list; remove the []");
        }
        arguments.close();
    }
}
