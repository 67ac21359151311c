package dev.schemawatch.diff;

import dev.schemawatch.diff.SqlExpression.Constant;
import dev.schemawatch.diff.SqlExpression.Elements;
import dev.schemawatch.diff.SqlExpression.Null;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array of one dimension, from either of its two spellings: {@code ARRAY['a', 'b']} and {@code '{a,b}'} (PostgreSQL
 * manual, 8.15.2).
 *
 * @param elements constants and nulls
 */
record ArrayLiteral(List<SqlExpression> elements) {
    private static final Pattern ELEMENT = Pattern.compile(
            "\\s*+(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<plain>[^\"\\\\{},]++))\\s*+(?<end>,|$)", Pattern.DOTALL);

    ArrayLiteral {
        elements = List.copyOf(elements);
    }

    /** The array, when the expression is one whose elements are all known. */
    static Optional<ArrayLiteral> of(SqlExpression expression) {
        return switch (expression) {
            case Constant(String text) -> read(text.strip());
            case Elements(List<SqlExpression> elements)
            when elements.stream().allMatch(element -> element instanceof Constant || element instanceof Null) ->
                Optional.of(new ArrayLiteral(elements));
            case SqlExpression _ -> Optional.empty();
        };
    }

    /** In the spelling with braces. */
    String text() {
        return elements.stream()
                .map(element -> element instanceof Constant(String value)
                        ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                        : "NULL")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Optional<ArrayLiteral> read(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return Optional.empty();
        }
        String inner = text.substring(1, text.length() - 1).strip();
        List<SqlExpression> elements = new ArrayList<>();
        if (inner.isEmpty()) {
            return Optional.of(new ArrayLiteral(elements));
        }
        Matcher matcher = ELEMENT.matcher(inner);
        int end = 0;
        boolean more = true;
        while (more) {
            matcher.region(end, inner.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            elements.add(element(matcher));
            more = matcher.group("end").equals(",");
            end = matcher.end();
        }
        return Optional.of(new ArrayLiteral(elements));
    }

    private static SqlExpression element(Matcher matcher) {
        String quoted = matcher.group("quoted");
        if (quoted != null) {
            return new Constant(quoted.replaceAll("(?s)\\\\(.)", "$1"));
        }
        String plain = matcher.group("plain").strip();
        return plain.equalsIgnoreCase("null") ? new Null() : new Constant(plain);
    }
}
