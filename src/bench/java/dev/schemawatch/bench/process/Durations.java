package dev.schemawatch.bench.process;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The times of several runs.
 *
 * @param sorted shortest first; not empty
 */
record Durations(List<Duration> sorted) {
    Durations {
        sorted = List.copyOf(sorted);
    }

    static Durations of(List<Duration> times) {
        return new Durations(times.stream().sorted().toList());
    }

    /** The time that so many of a hundred runs do not exceed. */
    double millis(int percentile) {
        int index = Math.min(sorted.size() - 1, sorted.size() * percentile / 100);
        return sorted.get(index).toNanos() / 1e6;
    }

    /** Median and worst, as a table shows them. */
    String cells() {
        return "%s | %s".formatted(number(millis(50)), number(millis(99)));
    }

    /** Whole milliseconds, with one digit below ten. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
