package dev.schemawatch.report;

import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.finding.Location;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.Replayed;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dry run came to, beside its findings.
 *
 * @param missing the SQL that brings the outcome to the schema, where both were compared
 * @param makers where objects are from that the schema does not know, or knows otherwise
 * @param live the database whose state was there before; empty when the migrations began with nothing
 * @param scratch where it was tried, for people
 */
public record Tried(
        Optional<Plan> missing,
        SortedMap<SchemaObject, Location.InFile> makers,
        Replayed replayed,
        Optional<String> live,
        String scratch) {
    public Tried {
        Objects.requireNonNull(missing);
        makers = Collections.unmodifiableSortedMap(new TreeMap<>(makers));
        Objects.requireNonNull(replayed);
        Objects.requireNonNull(live);
        Objects.requireNonNull(scratch);
    }
}
