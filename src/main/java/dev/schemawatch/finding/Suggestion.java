package dev.schemawatch.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant who wrote a word that is not known. */
public final class Suggestion {
    private static final int LONGEST_WORD = 100;

    private Suggestion() {}

    /** " Did you mean x?" when one of the known words is close to the given one, else nothing. */
    public static String sentence(String given, Collection<String> known) {
        return closest(given, known).map(word -> " Did you mean " + word + "?").orElse("");
    }

    private static Optional<String> closest(String given, Collection<String> known) {
        if (given.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        int furthest = Math.max(1, given.length() / 3);
        return known.stream()
                .sorted()
                .filter(word -> distance(given, word) <= furthest)
                .min(Comparator.comparingInt(word -> distance(given, word)));
    }

    /** How many characters have to be added, removed or replaced (Levenshtein), case and the kind of dash not counting. */
    private static int distance(String one, String other) {
        String left = normal(one);
        String right = normal(other);
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
