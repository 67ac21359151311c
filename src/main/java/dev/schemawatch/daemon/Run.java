package dev.schemawatch.daemon;

import dev.schemawatch.engine.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One evaluation, and how it came about.
 *
 * @param previous the outcome before; empty for the first run
 * @param sinceChange from the newest change of a file to the end of this run; empty when no file caused it
 * @param elapsed how long reading and evaluating took
 * @param at when it ended
 */
public record Run(
        Optional<Outcome> previous,
        Outcome current,
        Trigger trigger,
        Optional<Duration> sinceChange,
        Duration elapsed,
        Instant at) {}
