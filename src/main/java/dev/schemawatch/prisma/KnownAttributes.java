package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports attributes that Prisma does not know, and those that are given twice. */
final class KnownAttributes {
    private static final Set<String> ON_MODEL =
            Set.of("id", "unique", "index", "fulltext", "map", "schema", "ignore", "shardKey");
    private static final Set<String> ON_FIELD =
            Set.of("id", "unique", "default", "map", "relation", "updatedAt", "ignore", "shardKey");
    private static final Set<String> ON_ENUM = Set.of("map", "schema");
    private static final Set<String> ON_ENUM_VALUE = Set.of("map");
    private static final Set<String> REPEATABLE = Set.of("unique", "index", "fulltext");

    private final FindingLog log;

    KnownAttributes(FindingLog log) {
        this.log = log;
    }

    void checkModel(ModelBlock block) {
        check(block, "@@", ON_MODEL, REPEATABLE, block.name().text());
    }

    void checkField(FieldNode field, String subject) {
        check(field, "@", ON_FIELD, Set.of(), subject);
    }

    void checkEnum(EnumBlock block) {
        String name = block.name().text();
        check(block, "@@", ON_ENUM, Set.of(), name);
        block.values()
                .forEach(value -> check(
                        value,
                        "@",
                        ON_ENUM_VALUE,
                        Set.of(),
                        name + "." + value.name().text()));
    }

    private void check(
            PrismaAst.Annotated declaration, String sign, Set<String> known, Set<String> repeatable, String subject) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : declaration.attributes()) {
            String name = attribute.name();
            if (name.indexOf('.') >= 0) {
                continue;
            }
            if (!known.contains(name)) {
                log.add(
                        SchemaRules.REFERENCE,
                        attribute.location(),
                        subject,
                        sign + name + " is no attribute that Prisma knows here; it knows "
                                + known.stream()
                                        .sorted()
                                        .map(word -> sign + word)
                                        .collect(Collectors.joining(", ")));
            } else if (!repeatable.contains(name) && !seen.add(name)) {
                log.add(
                        SchemaRules.DUPLICATE,
                        attribute.location(),
                        subject,
                        sign + name + " is given twice; keep one of them");
            }
        }
    }
}
