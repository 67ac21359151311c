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
    private static final Pattern OBJECT = Pattern.compile("(?:\\[|%5[Bb])object(?: |%20|\\+)Object(?:]|%5[Dd])");

    /** Without a letter beside it: {@code app_undefined}, {@code undefined.example.com}, {@code undefined-1}. */
    private static final Pattern UNDEFINED = Pattern.compile("(?<![A-Za-z\"'])undefined(?![A-Za-z\"'])");

    /** As a part of a URL, or the value of a parameter: elsewhere {@code null} is a word of JSON, or a name. */
    private static final Pattern COMPONENT = Pattern.compile("(?<=[/@.:=])(?<!/dev/)(?:null|NaN)(?=$|[/@.:?&#])");

    private static final Pattern PARAMETER = Pattern.compile("(?<==)(?:null|NaN)(?=$|&)");
    private static final Pattern WHOLE = Pattern.compile("\\s*(undefined|null|NaN|\\[object Object])\\s*");
    private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern JSON = Pattern.compile("\\s*[{\\[](?!object Object]).*", Pattern.DOTALL);

    private Placeholder() {}

    /** The first of the words that the value holds; never another part of it. Prose and JSON may speak of them. */
    public static Optional<String> in(String value) {
        Matcher whole = WHOLE.matcher(value);
        if (whole.matches()) {
            return Optional.of(whole.group(1));
        }
        boolean url = URL.matcher(value).find();
        String joined = OBJECT.matcher(value).replaceAll("%5Bobject%20Object%5D");
        if (!url
                && (joined.chars().anyMatch(Character::isWhitespace)
                        || JSON.matcher(value).matches())) {
            return Optional.empty();
        }
        return Stream.of(UNDEFINED, OBJECT, url ? COMPONENT : PARAMETER)
                .map(pattern -> pattern.matcher(joined))
                .flatMap(Matcher::results)
                .map(MatchResult::group)
                .map(Placeholder::word)
                .findFirst();
    }

    /** An encoded word as JavaScript says it. */
    private static String word(String found) {
        return found.contains("bject") ? "[object Object]" : found;
    }
}
