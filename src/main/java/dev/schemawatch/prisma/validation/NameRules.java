package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Annotated;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.PrismaAst.Name;
import dev.schemawatch.prisma.PrismaAst.Property;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.HashMap;
import java.util.Map;

/** How things may be named, and that no two of them have one name. */
final class NameRules {
    private static final String ON_MAP = "; @map keeps the name that it has in the database";

    private final Declarations declarations;
    private final FindingLog log;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<String, ConfigBlock> generators = new HashMap<>();
    private final Map<String, ConfigBlock> datasources = new HashMap<>();

    NameRules(Declarations declarations, FindingLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    void check() {
        for (Block block : declarations.blocks()) {
            isNoBuiltInType(block);
            switch (block) {
                case ModelBlock model -> model(model);
                case EnumBlock enumeration -> enumeration(enumeration);
                case ConfigBlock config -> config(config);
            }
        }
    }

    private void model(ModelBlock model) {
        String name = model.name().text();
        isWellWritten(model.name(), name);
        if (model.kind() != ModelBlock.Kind.TYPE) {
            isNotReserved(model);
            attributesAreWellWritten(model, name);
        }
        Map<String, Name> fields = new HashMap<>();
        for (FieldNode field : model.fields()) {
            String subject = name + "." + field.name().text();
            if (model.kind() != ModelBlock.Kind.TYPE) {
                isWellWritten(field.name(), subject);
                attributesAreWellWritten(field, subject);
            }
            Name first = fields.put(field.name().text(), field.name());
            if (first != null) {
                duplicate(field.name().location(), subject, already(name, "field", first));
            }
        }
        isFirstOfItsName(model, blocks);
    }

    private void enumeration(EnumBlock enumeration) {
        String name = enumeration.name().text();
        isWellWritten(enumeration.name(), name);
        isNotReserved(enumeration);
        attributesAreWellWritten(enumeration, name);
        Map<String, Name> values = new HashMap<>();
        for (EnumValue value : enumeration.values()) {
            String subject = name + "." + value.name().text();
            isWellWritten(value.name(), subject);
            attributesAreWellWritten(value, subject);
            Name first = values.put(value.name().text(), value.name());
            if (first != null) {
                duplicate(value.location(), subject, already(name, "value", first));
            }
        }
        isFirstOfItsName(enumeration, blocks);
    }

    private void config(ConfigBlock config) {
        String name = config.name().text();
        Map<String, Name> keys = new HashMap<>();
        for (Property property : config.properties()) {
            String key = property.name().text();
            Name first = keys.put(key, property.name());
            if (first != null) {
                duplicate(property.name().location(), name + "." + key, already(name, "property", first));
            }
        }
        switch (config.kind()) {
            case GENERATOR -> isFirstOfItsName(config, generators);
            case DATASOURCE -> isFirstOfItsName(config, datasources);
        }
    }

    private static String already(String owner, String kind, Name first) {
        return owner + " has a " + kind + " " + first.text() + " at "
                + first.location().display() + " already";
    }

    private <B extends Block> void isFirstOfItsName(B block, Map<String, B> known) {
        String name = block.name().text();
        B first = known.put(name, block);
        if (first != null) {
            duplicate(
                    block.name().location(),
                    name,
                    name + " is already declared at " + first.name().location().display());
        }
    }

    private void isNoBuiltInType(Block block) {
        String name = block.name().text();
        if (ScalarType.of(name).isPresent()) {
            report(
                    SchemaRules.NAME,
                    block.name().location(),
                    name,
                    name + " is the name of a built-in type; choose another one");
        }
    }

    private void isNotReserved(Block block) {
        String name = block.name().text();
        if (ReservedWords.contains(name)) {
            report(
                    SchemaRules.NAME,
                    block.location(),
                    name,
                    name + " is a word of JavaScript or of Prisma's client; choose another name and keep the"
                            + " database's with @@map");
        }
    }

    private void attributesAreWellWritten(Annotated declaration, String subject) {
        for (Attribute attribute : declaration.attributes()) {
            isWellWritten(new Name(attribute.name(), attribute.nameLocation()), subject);
        }
    }

    private void isWellWritten(Name name, String subject) {
        if (Character.isDigit(name.text().codePointAt(0))) {
            report(SchemaRules.NAME, name.location(), subject, "a name must not start with a digit" + ON_MAP);
        } else if (name.text().contains("-")) {
            report(SchemaRules.NAME, name.location(), subject, "a name must not contain -" + ON_MAP);
        }
    }

    private void duplicate(Location.InFile place, String subject, String message) {
        report(SchemaRules.DUPLICATE, place, subject, message + "; remove or rename one of them");
    }

    private void report(Rule rule, Location.InFile place, String subject, String message) {
        log.add(rule, place, subject, message);
    }
}
