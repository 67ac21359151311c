package dev.schemawatch.checks.safety;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two names may be names of one thing. */
final class Likeness {
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private Likeness() {}

    /** They share a word, or begin and end alike over half of their length. */
    static boolean of(String left, String right) {
        Set<String> shared = new HashSet<>(words(left));
        shared.retainAll(words(right));
        return !shared.isEmpty() || alike(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }

    /** Words of one or two letters, such as id, are in too many names to say anything. */
    private static List<String> words(String name) {
        return List.of(WORD_BOUNDARY.split(name)).stream()
                .filter(word -> word.length() > 2)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean alike(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        int begin = 0;
        while (begin < shorter && left.charAt(begin) == right.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        return 2 * (begin + end) >= Math.max(left.length(), right.length());
    }
}
