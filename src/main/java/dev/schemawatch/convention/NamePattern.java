package dev.schemawatch.convention;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name, or several at once: {@code *} stands for any characters.
 *
 * @param text as written
 */
public record NamePattern(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_*]+");

    /** The pattern, if it is one of letters, digits, {@code _} and {@code *}. */
    public static Optional<NamePattern> parse(String text) {
        return Optional.of(text).filter(given -> FORM.matcher(given).matches()).map(NamePattern::new);
    }

    /** Whether that name is meant. */
    public boolean matches(String name) {
        return name.matches(Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    @Override
    public String toString() {
        return text;
    }
}
