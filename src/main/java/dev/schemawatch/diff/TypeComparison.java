package dev.schemawatch.diff;

import dev.schemawatch.schema.ColumnType;
import java.util.List;
import java.util.Set;

/** How two column types relate. */
enum TypeComparison {
    SAME,
    OTHER_MODIFIERS,
    OTHER_TYPE;

    /** Types whose modifier is a precision of seconds, six digits when it is left out (PostgreSQL manual, 8.5). */
    private static final Set<String> TIMES = Set.of(
            "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone");

    static TypeComparison compare(Pair<ColumnType> types) {
        if (!types.same(ColumnType::name) || !types.same(ColumnType::list) || otherSchema(types)) {
            return OTHER_TYPE;
        }
        return types.same(TypeComparison::modifiers) || leftOpen(types.expected()) ? SAME : OTHER_MODIFIERS;
    }

    private static boolean otherSchema(Pair<ColumnType> types) {
        return !types.expected().schema().isEmpty()
                && !types.actual().schema().isEmpty()
                && !types.same(ColumnType::schema);
    }

    /** {@code @db.Timestamp} without a precision takes any, in Prisma's diff and therefore here. */
    private static boolean leftOpen(ColumnType expected) {
        return TIMES.contains(expected.name()) && expected.modifiers().isEmpty();
    }

    /** The modifiers with those that PostgreSQL adds when they are left out. */
    private static List<String> modifiers(ColumnType type) {
        if (!type.modifiers().isEmpty()) {
            return type.name().equals("numeric") && type.modifiers().size() == 1
                    ? List.of(type.modifiers().getFirst(), "0")
                    : type.modifiers();
        }
        if (TIMES.contains(type.name())) {
            return List.of("6");
        }
        return type.name().equals("character") || type.name().equals("bit") ? List.of("1") : List.of();
    }
}
