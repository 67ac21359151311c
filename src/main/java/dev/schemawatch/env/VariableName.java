package dev.schemawatch.env;

import java.util.regex.Pattern;

/**
 * Whether a name is one that people give to a variable. A line of a key that stands in a {@code .env} file without quotes looks
 * like an entry to loaders, and its "name" is a piece of the secret: what does not look chosen is never shown.
 */
public final class VariableName {
    private static final int LONGEST = 100;
    private static final int LONGEST_WORD = 32;
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern SEPARATOR = Pattern.compile("[_.-]");
    private static final Pattern WORD =
            Pattern.compile("(?:[A-Z]*|[a-z]*)|(?:[a-z]{2,}|[A-Z][a-z]{2,})(?:[A-Z][a-z]{2,})*(?:[A-Z]{1,4})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_NUMBERS = 2;

    private VariableName() {}

    /** Whether it is written as most variables are: {@code DATABASE_URL}. */
    public static boolean isConstant(String name) {
        return CONSTANT.matcher(name).matches() && isConventional(name);
    }

    /** Whether it is made of words: {@code DATABASE_URL}, {@code npm_config_cache}, {@code spring.datasource.url}. */
    public static boolean isConventional(String name) {
        return name.length() <= LONGEST
                && CHARACTERS.matcher(name).matches()
                && SEPARATOR.splitAsStream(name).allMatch(VariableName::isWord);
    }

    /** Letters of one case, or {@code camelCase}; with few numbers in it. */
    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD
                && DIGITS.matcher(text).results().count() <= MOST_NUMBERS
                && WORD.matcher(DIGITS.matcher(text).replaceAll("")).matches();
    }
}
