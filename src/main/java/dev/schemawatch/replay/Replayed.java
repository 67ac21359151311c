package dev.schemawatch.replay;

import java.util.Objects;
import java.util.Optional;

/**
 * What a replay came to.
 *
 * @param applied how many migrations are in the scratch database now
 * @param reused how many of them were there from an earlier replay
 * @param failure the migration that stopped it; empty when all were applied
 */
public record Replayed(int applied, int reused, Optional<FailedMigration> failure) {
    public Replayed {
        Objects.requireNonNull(failure);
    }
}
