package dev.schemawatch.dryrun;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.replay.Replayed;
import java.util.Objects;

/**
 * What a dry run came to.
 *
 * @param outcome findings about migrations; and the scratch database, compared with the schema, when all were applied
 * @param scratch where it was tried, for people
 */
public record DryRunResult(Outcome outcome, Replayed replayed, String scratch) {
    /** Under this name the scratch database is compared. */
    public static final String DATABASE = "scratch";

    public DryRunResult {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(replayed);
        Objects.requireNonNull(scratch);
    }
}
