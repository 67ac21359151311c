package dev.schemawatch.convention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the words of a name are put together. */
public enum LetterCase {
    CAMEL("camel", "[a-z][a-zA-Z0-9]*"),
    PASCAL("pascal", "[A-Z][a-zA-Z0-9]*"),
    SNAKE("snake", "[a-z][a-z0-9]*(_[a-z0-9]+)*"),
    UPPER_SNAKE("upper-snake", "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** Between the words of a name: at an underscore, in front of a capital, but not between the capitals of an acronym. */
    private static final Pattern BOUNDARY = Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final String word;
    private final Pattern form;

    LetterCase(String word, String form) {
        this.word = word;
        this.form = Pattern.compile(form);
    }

    /** Whether the name is written like that. */
    public boolean matches(String name) {
        return form.matcher(name).matches();
    }

    /** The same words written like that: {@code BookingSlot} becomes {@code booking_slot}. */
    public String of(String name) {
        List<String> words = words(name);
        return switch (this) {
            case CAMEL ->
                words.isEmpty()
                        ? ""
                        : words.getFirst().toLowerCase(Locale.ROOT)
                                + words.stream()
                                        .skip(1)
                                        .map(LetterCase::capital)
                                        .collect(Collectors.joining());
            case PASCAL -> words.stream().map(LetterCase::capital).collect(Collectors.joining());
            case SNAKE -> String.join("_", words).toLowerCase(Locale.ROOT);
            case UPPER_SNAKE -> String.join("_", words).toUpperCase(Locale.ROOT);
        };
    }

    /**
     * Whether {@code name} is {@code other} written like that. Nobody agrees on how many words {@code OAuth}, {@code GraphQL}
     * and {@code Line2} are: next to an acronym and in front of a digit an underscore may be there or not.
     */
    public boolean matches(String name, String other) {
        if (!matches(name)) {
            return false;
        }
        return switch (this) {
            case CAMEL, PASCAL -> letters(name).equals(letters(other));
            case SNAKE, UPPER_SNAKE ->
                Pattern.compile(spellings(words(other)), Pattern.CASE_INSENSITIVE)
                        .matcher(name)
                        .matches();
        };
    }

    private static String spellings(List<String> words) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                boolean sure = !isAcronym(words.get(i - 1)) && !isAcronym(words.get(i));
                pattern.append(sure ? "_" : "_?");
            }
            pattern.append(words.get(i).replaceAll("(?<=[A-Za-z])(?=[0-9])", "_?"));
        }
        return pattern.toString();
    }

    private static boolean isAcronym(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(BOUNDARY.split(name)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** As a configuration writes it. */
    @Override
    public String toString() {
        return word;
    }
}
