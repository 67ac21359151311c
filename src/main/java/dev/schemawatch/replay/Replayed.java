package dev.schemawatch.replay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a replay came to.
 *
 * @param applied how many migrations are in the scratch database now
 * @param reused how many of them were there from an earlier replay
 * @param failure the migration that stopped it; empty when all were applied
 * @param traces of the migrations that were to be traced, as far as they ran
 */
public record Replayed(int applied, int reused, Optional<FailedMigration> failure, List<MigrationTrace> traces) {
    public Replayed {
        traces = List.copyOf(traces);
        Objects.requireNonNull(failure);
    }

    /** The same without the first so many, which are no migrations of the repository and did not fail. */
    public Replayed without(int first) {
        return new Replayed(applied - first, Math.max(0, reused - first), failure, traces);
    }
}
