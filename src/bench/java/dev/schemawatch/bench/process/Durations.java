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

    double minimum() {
        return millis(0);
    }

    double median() {
        return millis(50);
    }

    double maximum() {
        return millis(100);
    }

    /** Shortest, median and longest, as a table shows them. */
    String cells() {
        return "%s | %s | %s".formatted(number(minimum()), number(median()), number(maximum()));
    }

    /** Whole milliseconds, with one digit below ten. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }

    /** A multiple: {@code ×1.3}, {@code ×64}. */
    static String ratio(double value) {
        return "×" + number(value);
    }
}
