package dev.schemawatch.report;

import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.Replayed;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dry run came to, beside its findings.
 *
 * @param missing the SQL that brings the outcome to the schema, where both were compared
 * @param live the database whose state was there before; empty when the migrations began with nothing
 * @param scratch where it was tried, for people
 */
public record Tried(Optional<Plan> missing, Replayed replayed, Optional<String> live, String scratch) {
    public Tried {
        Objects.requireNonNull(missing);
        Objects.requireNonNull(replayed);
        Objects.requireNonNull(live);
        Objects.requireNonNull(scratch);
    }
}
