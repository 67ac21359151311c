package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Definitions.TypeDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of composite types, of which there are few. */
final class CompositeTypeAttributeRules {
    private static final Set<String> ONLY_ON_MODELS = Set.of("relation", "unique", "id");

    private final Declarations declarations;
    private final FindingLog log;

    CompositeTypeAttributeRules(Declarations declarations, FindingLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    TypeDefinition check(FieldTable table) {
        ModelBlock block = table.block();
        block.attributes()
                .forEach(attribute -> report(attribute.location(), block.name().text(), onBlock(attribute)));
        for (var field : block.fields()) {
            field.attributes().stream()
                    .filter(attribute -> ONLY_ON_MODELS.contains(attribute.name()))
                    .forEach(attribute -> report(
                            field.location(),
                            block.name().text() + "." + field.name().text(),
                            "@" + attribute.name() + " belongs to the fields of models; a composite type has no rows of"
                                    + " its own"));
        }
        Map<String, TypedField> mapped = new HashMap<>();
        List<ScalarField> fields = table.fields().stream()
                .filter(TypedField::isScalar)
                .map(field -> field(table, field, mapped))
                .toList();
        return new TypeDefinition(block, fields);
    }

    private static String onBlock(Attribute attribute) {
        return switch (attribute.name()) {
            case "map" -> "a composite type has no name in the database; remove @@map";
            case "unique", "index", "fulltext" ->
                "@@" + attribute.name() + " belongs to the model that holds this type: @@" + attribute.name()
                        + "([field.part])";
            case "id" -> "a composite type has no key; put @@id on the model";
            default -> "a composite type takes no attributes of its own; remove @@" + attribute.name();
        };
    }

    private ScalarField field(FieldTable table, TypedField field, Map<String, TypedField> mapped) {
        String subject = table.block().name().text() + "." + field.name();
        AttributeReader attributes = new AttributeReader(field.node().attributes(), "@", subject, log);
        Optional<Attribute> nativeType = field.scalar().flatMap(_ -> attributes.nativeType());
        Optional<String> mappedName = attributes.single("map").flatMap(arguments -> {
            Optional<String> name =
                    arguments.required("name").flatMap(new Coercion(log, SchemaRules.ATTRIBUTE, subject)::text);
            arguments.close();
            return name;
        });
        mappedName.ifPresent(name -> isTheOnlyOne(table, field, name, mapped));
        Optional<ScalarField.DefaultValue> defaultValue = attributes
                .single("default")
                .flatMap(arguments -> {
                    Optional<ScalarField.DefaultValue> value =
                            new DefaultRules(declarations, arguments, field, subject, log).onCompositeType();
                    arguments.close();
                    return value;
                });
        attributes.close("@map, @default and native types on a composite type");
        return new ScalarField(field, false, mappedName, defaultValue, nativeType);
    }

    private void isTheOnlyOne(FieldTable table, TypedField field, String name, Map<String, TypedField> mapped) {
        if (mapped.put(name, field) != null) {
            duplicate(table, field, name);
        }
        boolean taken = table.find(name)
                .filter(other -> other.isScalar() && mapped.values().stream().noneMatch(other::equals))
                .isPresent();
        if (taken) {
            duplicate(table, field, name);
        }
    }

    private void duplicate(FieldTable table, TypedField field, String name) {
        log.add(
                SchemaRules.DUPLICATE,
                field.location(),
                table.block().name().text() + "." + field.name(),
                "another field is stored under the name " + name + " already; map one of them to another name");
    }

    private void report(Location.InFile place, String subject, String message) {
        log.add(SchemaRules.COMPOSITE_TYPE, place, subject, message);
    }
}
