package dev.schemawatch.diff;

import dev.schemawatch.diff.SqlExpression.Call;
import dev.schemawatch.diff.SqlExpression.Cast;
import dev.schemawatch.diff.SqlExpression.Constant;
import dev.schemawatch.diff.SqlExpression.Elements;
import dev.schemawatch.diff.SqlExpression.Null;
import dev.schemawatch.diff.SqlExpression.Other;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions and operators that an expression applies. PostgreSQL prints them as they were written, whatever it does to
 * casts, parentheses and constants; so two expressions that apply different ones are different.
 */
final class Operations {
    /** All of them show the time at which the transaction began, cut to what a cast would also cut it to. */
    private static final Set<String> CLOCKS = Set.of(
            "now",
            "current_timestamp",
            "transaction_timestamp",
            "localtimestamp",
            "current_date",
            "current_time",
            "localtime");

    private static final Set<String> PUNCTUATION = Set.of("(", ")", "[", "]", ",", ".", ";", "::", ":");

    private final Set<String> names = new TreeSet<>();

    private Operations() {}

    /** Their names, one for all synonyms. */
    static Set<String> of(SqlExpression expression) {
        Operations operations = new Operations();
        operations.collect(expression);
        return operations.names;
    }

    private void collect(SqlExpression expression) {
        switch (expression) {
            case Constant _, Null _ -> {}
            case Cast cast -> collect(cast.operand());
            case Elements array -> array.elements().forEach(this::collect);
            case Call call -> {
                add(call.function());
                call.arguments().forEach(this::collect);
            }
            case Other other -> collect(other.tokens());
        }
    }

    private void collect(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String before = i == 0 ? "(" : tokens.get(i - 1);
            String after = i + 1 == tokens.size() ? ")" : tokens.get(i + 1);
            String token = tokens.get(i);
            if (isWord(token)) {
                collectWord(before, token, after);
            } else if (isOperator(token) && !isSign(before, token)) {
                add(token.equals("!=") ? "<>" : token);
            }
        }
    }

    private void collectWord(String before, String word, String after) {
        boolean called = after.equals("(")
                && !before.equals("::")
                && !Set.of("cast", "varying").contains(word);
        if (called || CLOCKS.contains(word) || word.startsWith("current_")) {
            add(word);
        } else if (word.equals("at") && after.equals("time")) {
            add("timezone");
        }
    }

    private void add(String name) {
        names.add(CLOCKS.contains(name) ? "now" : name);
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
    }

    private static boolean isOperator(String token) {
        return !token.isEmpty()
                && !PUNCTUATION.contains(token)
                && !token.startsWith("'")
                && !Character.isLetterOrDigit(token.charAt(0))
                && token.charAt(0) != '_';
    }

    /** PostgreSQL draws the sign of a number into the constant. */
    private static boolean isSign(String before, String token) {
        return Set.of("+", "-").contains(token) && (isOperator(before) || before.equals("(") || before.equals(","));
    }
}
