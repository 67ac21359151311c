package dev.schemawatch.diff;

import dev.schemawatch.diff.SqlExpression.Cast;
import dev.schemawatch.diff.SqlExpression.Constant;
import dev.schemawatch.diff.SqlExpression.Elements;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.DefaultValue.Expression;
import dev.schemawatch.schema.DefaultValue.Generated;
import dev.schemawatch.schema.DefaultValue.NextValue;
import dev.schemawatch.schema.DefaultValue.Verbatim;
import dev.schemawatch.schema.Formula;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Defaults with Prisma's eyes (6.19 and 7.10 on PostgreSQL 15). From the catalog it reads each default as {@code now()}, as a
 * plain value or, where it understands no more, as the text that PostgreSQL prints; and never takes one kind for another. So
 * {@code dbgenerated("now()")} differs for ever from the default that it makes.
 */
final class PrismaDefaults {
    private static final Set<String> TEXTS = Set.of(
            "text",
            "character varying",
            "character",
            "citext",
            "bit",
            "bit varying",
            "inet",
            "xml",
            "json",
            "jsonb",
            "bytea");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "oid");
    private static final Set<String> FRACTIONS = Set.of("numeric", "real", "double precision", "money");
    private static final Set<String> TIMES = Set.of(
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone");

    private static final Pattern NOW = Pattern.compile(
            "(?:now|current_timestamp)(?:\\(\\))?(?:::[^()]*+(?:\\([0-9]*+\\)[^()]*+)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]++|'[-+]?[0-9]++'(?:::.*)?");
    private static final Pattern FRACTION =
            Pattern.compile("\\(?-?[0-9]++(?:\\.[0-9]++)?\\)?(?:::.*)?|'\\(?-?[0-9]++(?:\\.[0-9]++)?\\)?'(?:::.*)?");
    private static final Pattern QUOTED_OR_PUBLIC = Pattern.compile(
            "(?<=')public\\.(?=[^']*+'::regclass)|('(?!public\\.[^']*+'::regclass)(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")|\\bpublic\\.");
    private static final Pattern ELEMENT_IN_PARENTHESES = Pattern.compile("[\\[,] *+\\(");
    private static final String CLOCK = "CURRENT_TIMESTAMP";

    private PrismaDefaults() {}

    /**
     * What to write in the schema so that Prisma takes both defaults for the same; nothing when it does so already. To be
     * asked of defaults that are not known to differ.
     *
     * @param namespace that of the table
     * @param type the column's type as the schema says it
     */
    static Optional<String> remedy(String namespace, ColumnType type, DefaultValue expected, DefaultValue actual) {
        return switch (actual) {
            case Expression(String sql) -> remedy(namespace, type, expected, sql);
            case Generated(Formula.Sql(String sql)) -> remedy(namespace, type, expected, sql);
            case Generated(Formula.Unread _) -> Optional.empty();
            case NextValue _, DefaultValue.None _, DefaultValue.Identity _, DefaultValue.Unspecified _, Verbatim _ ->
                Optional.empty();
        };
    }

    private static Optional<String> remedy(String namespace, ColumnType type, DefaultValue expected, String actual) {
        return switch (expected) {
            case Verbatim(String sql) ->
                switch (read(type, actual)) {
                    case NOW -> Optional.of("write @default(now())");
                    case VALUE -> Optional.of("write the value itself in @default, without dbgenerated");
                    case TEXT ->
                        isPrinted(namespace, sql, actual)
                                ? Optional.empty()
                                : Optional.of("write what PostgreSQL prints: " + dbgenerated(actual));
                };
            case Expression(String sql) ->
                read(type, actual) == (sql.equals(CLOCK) ? Reading.NOW : Reading.VALUE) || isTimeLiteral(type, sql)
                        ? Optional.empty()
                        : Optional.of("write " + dbgenerated(actual));
            case DefaultValue.None _, NextValue _, DefaultValue.Identity _, Generated _, DefaultValue.Unspecified _ ->
                Optional.empty();
        };
    }

    /** Prisma does not compare these at all. */
    private static boolean isTimeLiteral(ColumnType type, String sql) {
        return TIMES.contains(type.name()) && !sql.equals(CLOCK);
    }

    /** Prisma reads the catalog with the namespace of its URL as search path, which PostgreSQL leaves out of names. */
    private static boolean isPrinted(String namespace, String written, String actual) {
        return written.equalsIgnoreCase(withoutPublic(actual))
                || !namespace.equals("public") && written.equalsIgnoreCase(actual.replace(namespace + ".", ""));
    }

    private static String withoutPublic(String sql) {
        return QUOTED_OR_PUBLIC
                .matcher(sql)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)));
    }

    private static String dbgenerated(String sql) {
        return "dbgenerated(\"" + withoutPublic(sql).replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    private enum Reading {
        NOW,
        VALUE,
        TEXT
    }

    private static Reading read(ColumnType type, String sql) {
        if (type.list()) {
            boolean value = isList(SqlExpression.parse(sql)) && !isCastNumber(type, sql);
            return value && !type.name().equals("uuid") ? Reading.VALUE : Reading.TEXT;
        }
        if (TIMES.contains(type.name())) {
            return NOW.matcher(sql).matches() ? Reading.NOW : Reading.TEXT;
        }
        return isValue(type, sql) ? Reading.VALUE : Reading.TEXT;
    }

    private static boolean isValue(ColumnType type, String sql) {
        String name = type.name();
        if (!type.schema().isEmpty() || TEXTS.contains(name)) {
            return isLiteral(sql);
        }
        if (INTEGERS.contains(name)) {
            return INTEGER.matcher(sql).matches();
        }
        if (FRACTIONS.contains(name)) {
            return FRACTION.matcher(sql).matches();
        }
        return name.equals("boolean") && Set.of("true", "false").contains(sql);
    }

    /** A string, at most with a cast behind it. */
    private static boolean isLiteral(String sql) {
        boolean quoted = sql.startsWith("'") || sql.startsWith("E'");
        return quoted
                && switch (SqlExpression.parse(sql)) {
                    case Constant _ -> true;
                    case Cast(Constant _, var _) -> true;
                    case SqlExpression _ -> false;
                };
    }

    /** Prisma does not understand the parentheses of {@code ARRAY[(1)::bigint]}. */
    private static boolean isCastNumber(ColumnType type, String sql) {
        return INTEGERS.contains(type.name())
                && ELEMENT_IN_PARENTHESES.matcher(sql).find();
    }

    private static boolean isList(SqlExpression expression) {
        return switch (expression) {
            case Cast(SqlExpression operand, var _) -> isList(operand);
            case Constant _ -> true;
            case Elements(List<SqlExpression> elements) ->
                elements.stream()
                        .allMatch(element -> element instanceof Constant || element instanceof Cast(Constant _, var _));
            case SqlExpression _ -> false;
        };
    }
}
