package dev.schemawatch.finding;

import java.util.List;

/**
 * The suppressions of one file.
 *
 * @param all in order of their comments
 * @param problems comments that were meant to suppress something and cannot be understood
 */
public record Suppressions(List<Suppression> all, List<Finding> problems) {
    /** None. */
    public static final Suppressions NONE = new Suppressions(List.of(), List.of());

    public Suppressions {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }
}
