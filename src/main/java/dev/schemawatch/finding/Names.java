package dev.schemawatch.finding;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence. */
public final class Names {
    private Names() {}

    /** The first of them, and how many more there are: {@code A, B and 3 more}. */
    public static String first(int most, Collection<String> names) {
        String first = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() <= most ? first : first + " and " + (names.size() - most) + " more";
    }
}
