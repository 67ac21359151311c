package dev.schemawatch.daemon;

import java.time.Duration;

/**
 * How long to wait before a database is looked at again. After a few failures in a row the waits double up to five minutes,
 * spread by a fifth, so that many daemons do not return to a recovering server at one moment.
 *
 * @param interval between looks while they succeed
 */
record Backoff(Duration interval) {
    private static final int TOLERATED = 3;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double SPREAD = 0.2;

    /**
     * @param failures in a row, 0 after a success
     * @param random from 0 (inclusive) to 1 (exclusive)
     */
    Duration next(int failures, double random) {
        if (failures < TOLERATED) {
            return interval;
        }
        long doubled = FIRST.toMillis() << Math.min(failures - TOLERATED, 10);
        long wait = Math.clamp(doubled, interval.toMillis(), Math.max(interval.toMillis(), LONGEST.toMillis()));
        return Duration.ofMillis(Math.round(wait * (1 - SPREAD + 2 * SPREAD * random)));
    }
}
