package dev.schemawatch.diff;

import java.util.List;

/**
 * How the actual schema differs from the expected one.
 *
 * @param differences sorted; also those that could not be decided, and what is only worth knowing
 */
public record Drift(List<Difference> differences) {
    public Drift {
        differences = differences.stream().sorted().toList();
    }
}
