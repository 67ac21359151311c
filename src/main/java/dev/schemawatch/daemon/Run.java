package dev.schemawatch.daemon;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One evaluation, and how it came about.
 *
 * @param past what the runs before came to
 * @param sinceChange from the newest change of a file to the end of this run; empty when no file caused it
 * @param elapsed how long reading and evaluating took
 * @param at when it ended
 */
public record Run(
        Past past, Outcome current, Trigger trigger, Optional<Duration> sinceChange, Duration elapsed, Instant at) {}
