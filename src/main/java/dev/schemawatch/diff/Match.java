package dev.schemawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An object that was looked for on both sides. */
sealed interface Match<T> {

    /** Expected, and not found. */
    record Missing<T>(T expected) implements Match<T> {}

    /** Found, and not expected. */
    record Unexpected<T>(T actual) implements Match<T> {}

    /** Found where it was expected. */
    record Both<T>(Pair<T> pair) implements Match<T> {}

    /** Pairs what has the same name; in the order of names. */
    static <K, T> List<Match<T>> byKey(Map<K, T> expected, Map<K, T> actual) {
        TreeMap<K, Match<T>> matches = new TreeMap<>();
        expected.forEach((key, value) -> {
            T found = actual.get(key);
            matches.put(key, found == null ? new Missing<>(value) : new Both<>(new Pair<>(value, found)));
        });
        actual.forEach((key, value) -> {
            if (!expected.containsKey(key)) {
                matches.put(key, new Unexpected<>(value));
            }
        });
        return new ArrayList<>(matches.values());
    }
}
