package dev.schemawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the condition of a partial index, as its author wrote it, is the one that PostgreSQL prints. PostgreSQL adds
 * parentheses and casts and has one spelling for each operator; those are taken away. Conditions about the same names and
 * constants that still read differently are {@link Comparison#UNDECIDED}.
 */
final class PredicateComparison {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<cast>::\\s*(?:(?:"(?:[^"]|"")*"|\\w+)\\.?)+(?:\\s+(?:varying|precision|with(?:out)?\\s+time\\s+zone))?(?:\\(\\d+\\))?(?:\\[])*)\
            |(?<text>'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*")|(?<word>\\w+(?:\\.\\w+)*)|(?<operator>[<>=!~@#%^&|?*/+-]+)""", Pattern.CASE_INSENSITIVE);

    private PredicateComparison() {}

    static Comparison compare(String expected, String actual) {
        List<String> left = tokens(expected);
        List<String> right = tokens(actual);
        if (left.equals(right)) {
            return Comparison.EQUAL;
        }
        return operands(left).equals(operands(right)) ? Comparison.UNDECIDED : Comparison.DIFFERENT;
    }

    private static List<String> tokens(String condition) {
        List<String> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(condition); matcher.find(); ) {
            if (matcher.group("cast") == null) {
                tokens.add(canonical(matcher));
            }
        }
        return tokens;
    }

    private static String canonical(Matcher token) {
        if (token.group("word") != null) {
            return token.group().toLowerCase(Locale.ROOT);
        }
        if (token.group("quoted") != null) {
            return token.group().substring(1, token.group().length() - 1).replace("\"\"", "\"");
        }
        return token.group().equals("!=") ? "<>" : token.group();
    }

    /** Names and constants, in order of appearance; without the words and operators of SQL. */
    private static List<String> operands(List<String> tokens) {
        return tokens.stream()
                .filter(token -> token.startsWith("'") || Character.isLetterOrDigit(token.charAt(0)))
                .filter(token -> !List.of("in", "any", "array").contains(token))
                .toList();
    }
}
