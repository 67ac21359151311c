package dev.schemawatch.diff;

import static dev.schemawatch.diff.Comparison.DIFFERENT;
import static dev.schemawatch.diff.Comparison.EQUAL;
import static dev.schemawatch.diff.Comparison.UNDECIDED;

import dev.schemawatch.diff.SqlExpression.Call;
import dev.schemawatch.diff.SqlExpression.Cast;
import dev.schemawatch.diff.SqlExpression.Constant;
import dev.schemawatch.diff.SqlExpression.Elements;
import dev.schemawatch.diff.SqlExpression.Null;
import dev.schemawatch.schema.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares defaults by how they are written, without a server. It sees through casts to the column's own type, quoting,
 * parentheses, synonyms and the spelling of numbers; what needs the type's own input function stays undecided.
 */
public final class WrittenForms implements ExpressionComparer {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final int LONGEST_NUMBER = 1_000;

    @Override
    public Comparison compare(ColumnType type, String expected, String actual) {
        SqlExpression left = SqlExpression.parse(expected);
        SqlExpression right = SqlExpression.parse(actual);
        return compare(type, plain(type, left), plain(type, right));
    }

    /**
     * The text from which PostgreSQL makes the default of a column of that type, when the expression is a constant: the
     * literal's own, or an array literal.
     */
    public static Optional<String> constant(ColumnType type, String sql) {
        return switch (plain(type, SqlExpression.parse(sql))) {
            case Constant(String text) -> Optional.of(text);
            case Elements array -> ArrayLiteral.of(array).map(ArrayLiteral::text);
            case SqlExpression _ -> Optional.empty();
        };
    }

    private static Comparison compare(ColumnType type, SqlExpression expected, SqlExpression actual) {
        if (expected.equals(actual)) {
            return EQUAL;
        }
        if (expected instanceof Call left && actual instanceof Call right) {
            return compareCalls(left, right);
        }
        if (!isLiteral(expected) || !isLiteral(actual)) {
            return Operations.of(expected).equals(Operations.of(actual)) ? UNDECIDED : DIFFERENT;
        }
        if (expected instanceof Null || actual instanceof Null) {
            return DIFFERENT;
        }
        if (type.list()) {
            return compareLists(type, expected, actual);
        }
        return expected instanceof Constant(String left) && actual instanceof Constant(String right)
                ? compareConstants(type, left, right)
                : UNDECIDED;
    }

    private static Comparison compareCalls(Call expected, Call actual) {
        if (!Operations.of(expected).equals(Operations.of(actual))) {
            return DIFFERENT;
        }
        if (expected.arguments().size() != actual.arguments().size()) {
            return UNDECIDED;
        }
        for (int i = 0; i < expected.arguments().size(); i++) {
            SqlExpression left = expected.arguments().get(i);
            SqlExpression right = actual.arguments().get(i);
            if (left instanceof Constant(String one)
                    && right instanceof Constant(String other)
                    && compareNumbers("integer", one, other) == DIFFERENT) {
                return DIFFERENT;
            }
        }
        return UNDECIDED;
    }

    private static Comparison compareLists(ColumnType type, SqlExpression expected, SqlExpression actual) {
        Optional<ArrayLiteral> left = ArrayLiteral.of(expected);
        Optional<ArrayLiteral> right = ArrayLiteral.of(actual);
        if (left.isEmpty() || right.isEmpty()) {
            return UNDECIDED;
        }
        List<SqlExpression> these = left.get().elements();
        List<SqlExpression> those = right.get().elements();
        if (these.size() != those.size()) {
            return DIFFERENT;
        }
        ColumnType element = new ColumnType(type.name(), type.schema(), type.modifiers(), false);
        Comparison whole = EQUAL;
        for (int i = 0; i < these.size(); i++) {
            switch (compare(element, these.get(i), those.get(i))) {
                case DIFFERENT -> {
                    return DIFFERENT;
                }
                case UNDECIDED -> whole = UNDECIDED;
                case EQUAL -> {}
            }
        }
        return whole;
    }

    private static Comparison compareConstants(ColumnType type, String expected, String actual) {
        if (!type.schema().isEmpty()) {
            return UNDECIDED;
        }
        if (type.name().equals("character")) {
            return expected.stripTrailing().equals(actual.stripTrailing()) ? EQUAL : DIFFERENT;
        }
        if (TEXTS.contains(type.name())) {
            return DIFFERENT;
        }
        if (type.name().equals("boolean")) {
            Optional<Boolean> left = truth(expected);
            Optional<Boolean> right = truth(actual);
            return left.isEmpty() || right.isEmpty() ? UNDECIDED : left.equals(right) ? EQUAL : DIFFERENT;
        }
        return NUMBERS.contains(type.name()) ? compareNumbers(type.name(), expected, actual) : UNDECIDED;
    }

    /** Numbers that are not the same may still become the same when they are rounded to the column's type. */
    private static Comparison compareNumbers(String type, String expected, String actual) {
        Optional<BigDecimal> left = number(expected);
        Optional<BigDecimal> right = number(actual);
        if (left.isEmpty() || right.isEmpty()) {
            return UNDECIDED;
        }
        if (left.get().compareTo(right.get()) == 0) {
            return EQUAL;
        }
        return INTEGERS.contains(type) ? DIFFERENT : UNDECIDED;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            String digits = text.strip();
            return digits.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(digits));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> Optional.of(true);
            case "false", "f", "no", "n", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static boolean isLiteral(SqlExpression expression) {
        return expression instanceof Constant || expression instanceof Null || expression instanceof Elements;
    }

    /** The expression without casts that change nothing in a column of that type, and with one name per function. */
    private static SqlExpression plain(ColumnType column, SqlExpression expression) {
        return switch (expression) {
            case Cast(SqlExpression operand, SqlExpression.Type type) -> {
                SqlExpression inner = plain(column, operand);
                yield isNoise(column, type, inner) ? inner : new Cast(inner, type);
            }
            case Call(String function, List<SqlExpression> arguments) ->
                plainCall(
                        column,
                        function,
                        arguments.stream()
                                .map(argument -> plain(ColumnType.of("text"), argument))
                                .toList());
            case Elements(List<SqlExpression> elements) ->
                new Elements(
                        elements.stream().map(element -> plain(column, element)).toList());
            case Constant _, Null _, SqlExpression.Other _ -> expression;
        };
    }

    private static Call plainCall(ColumnType column, String function, List<SqlExpression> arguments) {
        boolean withoutZone = column.name().equals("timestamp without time zone");
        boolean clock =
                Set.of("now", "current_timestamp", "transaction_timestamp").contains(function)
                        || withoutZone && function.equals("localtimestamp");
        boolean ownPrecision = arguments.size() == 1
                && column.modifiers().size() == 1
                && arguments.getFirst().equals(new Constant(column.modifiers().getFirst()));
        if (clock) {
            return new Call("now", ownPrecision ? List.of() : arguments);
        }
        // names of time zones know no case (PostgreSQL manual, 8.5.3)
        return function.equals("timezone")
                        && !arguments.isEmpty()
                        && arguments.getFirst() instanceof Constant(String zone)
                ? new Call(
                        function,
                        Stream.concat(
                                        Stream.of(new Constant(zone.toLowerCase(Locale.ROOT))),
                                        arguments.stream().skip(1))
                                .toList())
                : new Call(function, arguments);
    }

    private static boolean isNoise(ColumnType column, SqlExpression.Type cast, SqlExpression operand) {
        boolean own = cast.name().equals(column.name())
                && (cast.modifiers().isEmpty() || cast.modifiers().equals(column.modifiers()));
        boolean literal = isLiteral(operand) && cast.modifiers().isEmpty();
        boolean asText = literal && TEXTS.contains(cast.name());
        boolean asNumber = literal
                && NUMBERS.contains(column.name())
                && NUMBERS.contains(cast.name())
                && (!INTEGERS.contains(cast.name()) || operand instanceof Constant(String text) && isInteger(text));
        boolean asJson =
                literal && column.name().startsWith("json") && cast.name().startsWith("json");
        return own || asText || asNumber || asJson;
    }

    private static boolean isInteger(String text) {
        return text.strip().matches("[-+]?[0-9]{1,19}");
    }
}
