package dev.schemawatch.config;

import java.nio.file.FileSystems;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * The form of a value.
 *
 * @param <T> what it becomes
 * @param words what is expected, as a noun phrase that ends a sentence: "a number from 0 to 65535"
 * @param isList whether several values may be given, as a YAML list or separated by commas in an environment variable
 * @param parser of the texts that were given (one, unless it is a list); empty when they are not of this form
 * @param format the value as it is written in the file
 */
record ValueType<T>(
        String words, boolean isList, Function<List<String>, Optional<T>> parser, Function<T, String> format) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    ValueType {
        Objects.requireNonNull(words);
        Objects.requireNonNull(parser);
        Objects.requireNonNull(format);
    }

    /** Any text but the empty one. */
    static ValueType<String> text(String words) {
        return scalar(words, text -> Optional.of(text).filter(given -> !given.isBlank()), text -> text);
    }

    /** One or several texts. */
    static ValueType<List<String>> texts(String words) {
        return new ValueType<>(
                words,
                true,
                texts -> texts.stream().anyMatch(String::isBlank) ? Optional.empty() : Optional.of(List.copyOf(texts)),
                texts -> "[" + String.join(", ", texts) + "]");
    }

    /** One or several patterns as {@link java.nio.file.FileSystem#getPathMatcher} reads them. */
    static ValueType<List<String>> globs(String words) {
        ValueType<List<String>> texts = texts(words);
        return new ValueType<>(
                words,
                true,
                given -> texts.parser()
                        .apply(given)
                        .filter(globs -> globs.stream().allMatch(ValueType::isGlob)),
                texts.format());
    }

    /** A regular expression of Java. */
    static ValueType<Pattern> pattern(String words) {
        return scalar(words, ValueType::parsePattern, Pattern::pattern);
    }

    private static Optional<Pattern> parsePattern(String text) {
        try {
            return Optional.of(Pattern.compile(text)).filter(_ -> !text.isBlank());
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /** A whole number within bounds that are themselves allowed. */
    static ValueType<Integer> number(int least, int most) {
        return scalar(
                "a number from " + least + " to " + most,
                text -> text.matches("\\d{1,9}")
                        ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most)
                        : Optional.empty(),
                String::valueOf);
    }

    /** A duration within bounds that are themselves allowed. */
    static ValueType<Duration> duration(Duration least, Duration most) {
        return scalar(
                "a duration from " + format(least) + " to " + format(most),
                text -> parseDuration(text)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0),
                ValueType::format);
    }

    /** One or several texts of a form of their own. */
    static <T> ValueType<List<T>> each(String words, Function<String, Optional<T>> parser) {
        return new ValueType<>(
                words,
                true,
                texts -> {
                    List<T> values = texts.stream()
                            .flatMap(text -> parser.apply(text).stream())
                            .toList();
                    return values.size() == texts.size() ? Optional.of(values) : Optional.empty();
                },
                values -> values.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]")));
    }

    /** Yes or no. */
    static ValueType<Boolean> flag() {
        return scalar(
                "true or false",
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(Boolean.valueOf(text))
                        : Optional.empty(),
                String::valueOf);
    }

    /** One of the constants of an enum, written as its {@code toString}. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return scalar(
                "one of " + Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", ")),
                text -> Arrays.stream(constants)
                        .filter(constant -> constant.toString().equals(text))
                        .findFirst(),
                Enum::toString);
    }

    private static <T> ValueType<T> scalar(
            String words, Function<String, Optional<T>> parser, Function<T, String> format) {
        return new ValueType<>(words, false, texts -> parser.apply(texts.getFirst()), format);
    }

    private static Optional<Duration> parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Optional.of(Duration.ofMillis(amount));
            case "s" -> Optional.of(Duration.ofSeconds(amount));
            case "m" -> Optional.of(Duration.ofMinutes(amount));
            case "h" -> Optional.of(Duration.ofHours(amount));
            default -> throw new IllegalStateException("a unit that the pattern does not know");
        };
    }

    private static String format(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
    }
}
