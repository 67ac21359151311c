package dev.schemawatch.dryrun;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.Replayed;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dry run came to.
 *
 * @param outcome findings about migrations; and the scratch database, compared with the schema, when all were applied
 * @param missing the SQL that would bring the outcome of the migrations to the schema; empty when they were not compared
 * @param live the database whose state was there before, by its name; empty when the migrations began with nothing
 * @param scratch where it was tried, for people
 */
public record DryRunResult(
        Outcome outcome, Optional<Plan> missing, Replayed replayed, Optional<String> live, String scratch) {
    /** Under this name the scratch database is compared. */
    public static final String DATABASE = "scratch";

    public DryRunResult {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(replayed);
        Objects.requireNonNull(live);
        Objects.requireNonNull(scratch);
    }
}
