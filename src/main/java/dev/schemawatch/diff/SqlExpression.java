package dev.schemawatch.diff;

import dev.schemawatch.schema.TypeSynonyms;
import java.util.List;
import java.util.Locale;

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
        public Type {
            modifiers = List.copyOf(modifiers);
        }

        /** The type that goes by this name, quoted or not, or by one of its synonyms. */
        static Type named(String name, boolean quoted, List<String> modifiers, boolean list) {
            String plain = quoted ? name : name.toLowerCase(Locale.ROOT);
            return new Type(TypeSynonyms.canonical(plain), modifiers, list);
        }
    }
}
