package dev.schemawatch.env;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts that JavaScript makes of a value that is not there: {@code undefined}, {@code null}, {@code NaN} and
 * {@code [object Object]}. Case matters: these are exactly what it makes.
 */
public final class Placeholder {
    /** Standing alone between punctuation, so that {@code /dev/null} and a password that contains {@code null} pass. */
    private static final Pattern ALONE = Pattern.compile(
            "(?<![\\w.-]|/dev/)(undefined|null|NaN)(?![\\w.-])|(?:\\[|%5[Bb])object(?: |%20|\\+)Object(?:]|%5[Dd])");

    /** In a URL, {@code shop_undefined} and {@code undefined.example.com} are made of it too; {@code null} may be a name. */
    private static final Pattern IN_URL =
            Pattern.compile("(?<![A-Za-z])undefined(?![A-Za-z])|(?<=[/@.])(?:null|NaN)(?=\\.[A-Za-z])");

    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

    private Placeholder() {}

    /** The first of the words that the value holds; never another part of it. */
    public static Optional<String> in(String value) {
        Stream<Matcher> matchers = URL.matcher(value).find()
                ? Stream.of(ALONE.matcher(value), IN_URL.matcher(value))
                : Stream.of(ALONE.matcher(value));
        return matchers.flatMap(Matcher::results)
                .map(MatchResult::group)
                .map(Placeholder::word)
                .findFirst();
    }

    /** An encoded word as JavaScript says it. */
    private static String word(String found) {
        return found.contains("bject") ? "[object Object]" : found;
    }
}
