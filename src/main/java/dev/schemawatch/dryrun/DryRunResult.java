package dev.schemawatch.dryrun;

import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.ComparedSchemas;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Location;
import dev.schemawatch.plan.MigrationPlanner;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.Replayed;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dry run came to.
 *
 * @param outcome findings about migrations; and the scratch database, compared with the schema, when all were applied
 * @param sides what was compared: the schema and the outcome of the migrations; empty when they were not
 * @param makers where objects are from that the schema does not know, or knows otherwise
 * @param live the database whose state was there before, by its name; empty when the migrations began with nothing
 * @param scratch where it was tried, for people
 */
public record DryRunResult(
        Outcome outcome,
        Optional<ComparedSchemas> sides,
        SortedMap<SchemaObject, Location.InFile> makers,
        Replayed replayed,
        Optional<String> live,
        String scratch) {
    /** Under this name the scratch database is compared. */
    public static final String DATABASE = "scratch";

    public DryRunResult {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(sides);
        makers = Collections.unmodifiableSortedMap(new TreeMap<>(makers));
        Objects.requireNonNull(replayed);
        Objects.requireNonNull(live);
        Objects.requireNonNull(scratch);
    }

    /**
     * The SQL that would bring the outcome of the migrations to the schema; empty when they were not compared. It loses nothing:
     * what only the database knows may have been made by hand.
     */
    public Optional<Plan> missing() {
        return sides.map(both -> new MigrationPlanner(false).plan(both.schemas(), both.drift()));
    }
}
