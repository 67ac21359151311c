package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.EnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads enums. */
final class EnumResolver {

    PrismaEnum enumeration(EnumBlock block) {
        String name = block.name().text();
        Map<String, PrismaEnum.Value> values = new LinkedHashMap<>();
        for (EnumValue value : block.values()) {
            String valueName = value.name().text();
            PrismaEnum.Value resolved =
                    new PrismaEnum.Value(valueName, value.text("map").orElse(valueName), value.location());
            values.putIfAbsent(valueName, resolved);
        }
        return new PrismaEnum(
                name,
                block.text("map").orElse(name),
                block.text("schema"),
                List.copyOf(values.values()),
                block.name().location());
    }
}
