package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads enums. */
final class EnumResolver {
    private final FindingLog log;
    private final KnownAttributes attributes;

    EnumResolver(FindingLog log) {
        this.log = log;
        this.attributes = new KnownAttributes(log);
    }

    PrismaEnum enumeration(EnumBlock block) {
        String name = block.name().text();
        attributes.checkEnum(block);
        Map<String, PrismaEnum.Value> values = new LinkedHashMap<>();
        for (EnumValue value : block.values()) {
            String valueName = value.name().text();
            PrismaEnum.Value resolved = new PrismaEnum.Value(
                    valueName, value.text("map").orElse(valueName), value.documentation(), value.location());
            if (values.putIfAbsent(valueName, resolved) != null) {
                log.add(
                        SchemaRules.DUPLICATE,
                        value.name().location(),
                        name + "." + valueName,
                        "the enum " + name + " already has a value " + valueName + "; remove one of them");
            }
        }
        return new PrismaEnum(
                name,
                block.text("map").orElse(name),
                block.text("schema"),
                List.copyOf(values.values()),
                block.name().location(),
                block.documentation());
    }
}
