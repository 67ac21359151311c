package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Definitions.EnumDefinition;
import java.util.Optional;

/** The attributes of enums and their values. */
final class EnumAttributeRules {
    private final FindingLog log;

    EnumAttributeRules(FindingLog log) {
        this.log = log;
    }

    EnumDefinition check(EnumBlock block) {
        String name = block.name().text();
        block.values().forEach(value -> value(name, value));
        AttributeReader attributes = new AttributeReader(block.attributes(), "@@", name, log);
        Optional<String> mappedName = attributes.single("map").flatMap(arguments -> mapped(arguments, name));
        Optional<Expression.Text> namespace =
                attributes.single("schema").flatMap(arguments -> namespace(arguments, name));
        attributes.close("@@map and @@schema on an enum");
        return new EnumDefinition(block, mappedName, namespace);
    }

    private void value(String enumeration, EnumValue value) {
        String subject = enumeration + "." + value.name().text();
        AttributeReader attributes = new AttributeReader(value.attributes(), "@", subject, log);
        attributes.single("map").ifPresent(arguments -> mapped(arguments, subject));
        attributes.close("@map on the value of an enum");
    }

    private Optional<String> mapped(ArgumentReader arguments, String subject) {
        Optional<String> name =
                arguments.required("name").flatMap(new Coercion(log, SchemaRules.ATTRIBUTE, subject)::text);
        arguments.close();
        return name;
    }

    private Optional<Expression.Text> namespace(ArgumentReader arguments, String subject) {
        Optional<Expression.Text> name = arguments.namespace(new Coercion(log, SchemaRules.ATTRIBUTE, subject));
        arguments.close();
        return name;
    }
}
