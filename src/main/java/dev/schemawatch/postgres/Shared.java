package dev.schemawatch.postgres;

import java.util.HashMap;
import java.util.Map;

/**
 * One instance for all values that are equal. Thousands of tables have the same few dozen column names, types and defaults,
 * and each would be held once for every column.
 */
final class Shared<T> {
    private final Map<T, T> known = new HashMap<>();

    /** The first value that was equal to this one. */
    T of(T value) {
        T first = known.putIfAbsent(value, value);
        return first == null ? value : first;
    }
}
