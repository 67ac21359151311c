package dev.schemawatch.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values that were given, each of the type that its key declares.
 *
 * @param values by the path of the key, with the names that the user chose
 * @param places where each value or section was given, by its path
 * @param chosen the keys that were given in each section, by its path; a key that the user chose may hold dots
 */
record ConfigValues(Map<String, Object> values, Map<String, String> places, Map<String, SortedSet<String>> chosen) {
    ConfigValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        chosen = Map.copyOf(chosen);
    }

    /** The value of that key, if it was given. */
    <T> Optional<T> given(ConfigKey<T> key) {
        return at(key, key.name());
    }

    /** The value of that key for the name that the user chose, if it was given. */
    <T> Optional<T> given(ConfigKey<T> key, String chosen) {
        return at(key, key.pathFor(chosen));
    }

    /** The value of that key, or its default; the key has one. */
    <T> T value(ConfigKey<T> key) {
        return given(key).or(key::standard).orElseThrow();
    }

    /** The keys that were given in that section. */
    SortedSet<String> chosen(String section) {
        return chosen.getOrDefault(section, new TreeSet<>());
    }

    /** Where that section or value was given, if it was. */
    Optional<String> place(String path) {
        return Optional.ofNullable(places.get(path));
    }

    /** The value of that key at that path, if it was given: the reader put one of the key's own type there. */
    @SuppressWarnings({"unchecked", "UnusedVariable"}) // the key is there for its type
    <T> Optional<T> at(ConfigKey<T> key, String path) {
        return Optional.ofNullable((T) values.get(path));
    }
}
