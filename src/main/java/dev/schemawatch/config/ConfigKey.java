package dev.schemawatch.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * One key of the configuration.
 *
 * @param <T> what its value becomes
 * @param name path of the key in the file, with dots; a part in angle brackets stands for a name that the user chooses
 * @param standard the value when none is given; empty when there is none
 * @param description a paragraph for the page of the documentation
 */
record ConfigKey<T>(String name, ValueType<T> type, Optional<T> standard, String description) {
    ConfigKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(standard);
        Objects.requireNonNull(description);
    }

    static <T> ConfigKey<T> of(String name, ValueType<T> type, String description) {
        return new ConfigKey<>(name, type, Optional.empty(), description);
    }

    static <T> ConfigKey<T> of(String name, ValueType<T> type, T standard, String description) {
        return new ConfigKey<>(name, type, Optional.of(standard), description);
    }

    /** The parts of the path. */
    List<String> path() {
        return List.of(name.split("\\."));
    }

    /** Whether its path begins with that of the section, a placeholder standing for any name. */
    boolean isBelow(List<String> section) {
        List<String> path = path();
        return path.size() >= section.size()
                && IntStream.range(0, section.size())
                        .allMatch(
                                i -> path.get(i).startsWith("<") || path.get(i).equals(section.get(i)));
    }

    /** The path for a name that the user chose. */
    String pathFor(String chosen) {
        return name.replaceFirst("<[^>]*>", Matcher.quoteReplacement(chosen));
    }

    /** The environment variable that overrides the file; empty for keys below a name that the user chooses. */
    Optional<String> variable() {
        return name.contains("<")
                ? Optional.empty()
                : Optional.of("SCHEMAWATCH_"
                        + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The default as it would be written in the file; empty when there is none. */
    Optional<String> standardText() {
        return standard.map(type.format());
    }
}
