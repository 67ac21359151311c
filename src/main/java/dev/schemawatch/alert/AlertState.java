package dev.schemawatch.alert;

import java.util.Map;
import java.util.Set;

/**
 * What the next decision has to know.
 *
 * @param firing the problems that were told and not yet resolved
 * @param misses how often in a row each database could not be looked at
 */
public record AlertState(Set<Problem> firing, Map<String, Integer> misses) {
    public AlertState {
        firing = Set.copyOf(firing);
        misses = Map.copyOf(misses);
    }

    /** Nothing was told yet. */
    public static AlertState empty() {
        return new AlertState(Set.of(), Map.of());
    }
}
