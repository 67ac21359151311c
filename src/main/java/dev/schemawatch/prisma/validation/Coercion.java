package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Expression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes a value for what is wanted, or reports that it is something else. Never quotes the value: it may be a URL. */
final class Coercion {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private final FindingLog log;
    private final Rule rule;
    private final String subject;

    Coercion(FindingLog log, Rule rule, String subject) {
        this.log = log;
        this.rule = rule;
        this.subject = subject;
    }

    Optional<String> text(Expression value) {
        return value.asText().or(() -> mismatch(value, "a string in double quotes"));
    }

    Optional<String> constant(Expression value) {
        return value.asConstant().or(() -> mismatch(value, "a word without quotes"));
    }

    Optional<Boolean> bool(Expression value) {
        Optional<Boolean> read = value.asConstant()
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf);
        return read.or(() -> mismatch(value, "true or false"));
    }

    /** An integer of 64 bits. */
    Optional<Long> integer(Expression value) {
        return value instanceof Expression.Numeral number && isLong(number.value())
                ? Optional.of(Long.valueOf(number.value()))
                : mismatch(value, "an integer");
    }

    /** The elements of a list, or the one value that stands for a list; nothing when one of them is something else. */
    <T> Optional<List<T>> list(Expression value, Function<Expression, Optional<T>> element) {
        List<T> elements = new ArrayList<>();
        boolean all = true;
        for (Expression each : value.elements()) {
            Optional<T> read = element.apply(each);
            read.ifPresent(elements::add);
            all &= read.isPresent();
        }
        return all ? Optional.of(elements) : Optional.empty();
    }

    /** Reports that the value is not what is wanted. */
    <T> Optional<T> mismatch(Expression value, String wanted) {
        log.add(rule, value.location(), subject, "this must be " + wanted + ", not " + kind(value));
        return Optional.empty();
    }

    /** Whether the digits are an integer of 64 bits. */
    static boolean isLong(String digits) {
        return digits.length() < 40
                && WHOLE.matcher(digits).matches()
                && new BigInteger(digits).bitLength() < Long.SIZE;
    }

    private static String kind(Expression value) {
        return switch (value) {
            case Expression.Text _ -> "a string";
            case Expression.Numeral _ -> "a number";
            case Expression.Constant _ -> "a word";
            case Expression.Call _ -> "a function";
            case Expression.Array _ -> "a list";
            case Expression.Dictionary _ -> "an object";
        };
    }
}
