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

    private static final Set<String> ONE_BY_DEFAULT = Set.of("character", "bit");

    static TypeComparison compare(Pair<ColumnType> types) {
        if (!types.same(ColumnType::name) || !types.same(ColumnType::list) || otherSchema(types)) {
            return OTHER_TYPE;
        }
        return types.same(TypeComparison::modifiers) || leftOpen(types) ? SAME : OTHER_MODIFIERS;
    }

    /**
     * Whether types that are the same look different to Prisma (6.19 and 7.10): it does not know that one character, or bit, is
     * what PostgreSQL takes when {@code @db.Char} or {@code @db.Bit} names no length.
     */
    static boolean onlyPrismaSeesADifference(Pair<ColumnType> types) {
        return ONE_BY_DEFAULT.contains(types.expected().name())
                && types.expected().modifiers().isEmpty()
                && !types.actual().modifiers().isEmpty();
    }

    private static boolean otherSchema(Pair<ColumnType> types) {
        return !types.expected().schema().isEmpty()
                && !types.actual().schema().isEmpty()
                && !types.same(ColumnType::schema);
    }

    /** {@code @db.Timestamp} without a precision takes any, and so does a list without one: as in Prisma's diff. */
    private static boolean leftOpen(Pair<ColumnType> types) {
        return TIMES.contains(types.expected().name())
                && (types.expected().modifiers().isEmpty()
                        || types.actual().list() && types.actual().modifiers().isEmpty());
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
        return ONE_BY_DEFAULT.contains(type.name()) ? List.of("1") : List.of();
    }
}
