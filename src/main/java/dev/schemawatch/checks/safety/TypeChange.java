package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.SqlType;
import java.util.List;
import java.util.Optional;

/** Which changes of a type leave every value as it is stored (PostgreSQL manual, ALTER TABLE, "Notes"). */
final class TypeChange {
    private static final String VARCHAR = "character varying";

    private TypeChange() {}

    /** Whether neither rows nor indexes are written anew, nor read from end to end. */
    static boolean keepsValues(SqlType was, SqlType to) {
        SqlType from = stored(was);
        if (from.equals(to)) {
            return true;
        }
        if (from.array() != to.array() || !from.schema().equals(to.schema())) {
            return false;
        }
        return switch (to.name()) {
            case "text" -> from.name().equals(VARCHAR) || from.name().equals("citext");
            case VARCHAR ->
                (from.name().equals(VARCHAR) && isWider(from.modifiers(), to.modifiers()))
                        || (from.name().equals("text") && to.modifiers().isEmpty());
            case "bit varying",
                    "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone" -> from.name().equals(to.name()) && isWider(from.modifiers(), to.modifiers());
            case "numeric" -> from.name().equals("numeric") && isWiderNumber(from.modifiers(), to.modifiers());
            case "inet" -> from.name().equals("cidr");
            default -> false;
        };
    }

    /** What a shorthand for an integer with a sequence makes a column of. */
    private static SqlType stored(SqlType type) {
        return switch (type.name()) {
            case "smallserial", "serial2" -> integer("smallint");
            case "serial", "serial4" -> integer("integer");
            case "bigserial", "serial8" -> integer("bigint");
            default -> type;
        };
    }

    private static SqlType integer(String name) {
        return new SqlType(Optional.empty(), name, List.of(), false);
    }

    private static boolean isWider(List<Integer> from, List<Integer> to) {
        return to.isEmpty() || (!from.isEmpty() && to.getFirst() >= from.getFirst());
    }

    /** More digits in front of the point do no harm; behind it, every value would have to be written anew. */
    private static boolean isWiderNumber(List<Integer> from, List<Integer> to) {
        return to.isEmpty() || (!from.isEmpty() && to.getFirst() >= from.getFirst() && scale(from) == scale(to));
    }

    private static int scale(List<Integer> modifiers) {
        return modifiers.size() > 1 ? modifiers.get(1) : 0;
    }
}
