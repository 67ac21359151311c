package dev.schemawatch.diff;

import java.util.List;

/**
 * How the actual schema differs from the expected one.
 *
 * @param changes what would have to happen to the database, sorted; for the planner
 * @param differences the same, and what could not be decided, ready to be shown; sorted
 */
public record Drift(List<SchemaChange> changes, List<Difference> differences) {
    public Drift {
        changes = List.copyOf(changes);
        differences = differences.stream().sorted().toList();
    }
}
