package dev.schemawatch.diff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The expression of a column's default, as far as it can be understood without a server: enough to see through the spelling
 * that PostgreSQL gives to what an author wrote.
 */
public sealed interface SqlExpression {

    /** Reads an expression; what is too complicated becomes {@link Other}. Never throws. */
    static SqlExpression parse(String sql) {
        return new SqlExpressionParser(sql).parse();
    }

    /**
     * A literal: string, number or truth value.
     *
     * @param text its value as text, from which PostgreSQL would make a value of any type
     */
    record Constant(String text) implements SqlExpression {}

    /** {@code NULL}. */
    record Null() implements SqlExpression {}

    /** {@code ARRAY[…]}. */
    record Elements(List<SqlExpression> elements) implements SqlExpression {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A call of a function.
     *
     * @param function its name in lower case and without schema; words like CURRENT_TIMESTAMP are functions too
     */
    record Call(String function, List<SqlExpression> arguments) implements SqlExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code operand::type}. */
    record Cast(SqlExpression operand, Type type) implements SqlExpression {}

    /**
     * Anything else.
     *
     * @param tokens its parts, without blanks and difference of case
     */
    record Other(List<String> tokens) implements SqlExpression {
        public Other {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * The type of a cast.
     *
     * @param name as {@code format_type} spells it, without schema
     * @param modifiers what stands in parentheses
     */
    record Type(String name, List<String> modifiers, boolean list) {
        private static final Map<String, String> SYNONYMS = Map.ofEntries(
                Map.entry("int", "integer"),
                Map.entry("int4", "integer"),
                Map.entry("int8", "bigint"),
                Map.entry("int2", "smallint"),
                Map.entry("float8", "double precision"),
                Map.entry("float", "double precision"),
                Map.entry("float4", "real"),
                Map.entry("bool", "boolean"),
                Map.entry("varchar", "character varying"),
                Map.entry("char varying", "character varying"),
                Map.entry("bpchar", "character"),
                Map.entry("char", "character"),
                Map.entry("decimal", "numeric"),
                Map.entry("dec", "numeric"),
                Map.entry("varbit", "bit varying"),
                Map.entry("timestamp", "timestamp without time zone"),
                Map.entry("timestamptz", "timestamp with time zone"),
                Map.entry("time", "time without time zone"),
                Map.entry("timetz", "time with time zone"));

        public Type {
            modifiers = List.copyOf(modifiers);
        }

        /** The type that goes by this name, quoted or not, or by one of its synonyms. */
        static Type named(String name, boolean quoted, List<String> modifiers, boolean list) {
            String plain = quoted ? name : name.toLowerCase(Locale.ROOT);
            return new Type(Optional.ofNullable(SYNONYMS.get(plain)).orElse(plain), modifiers, list);
        }
    }
}
