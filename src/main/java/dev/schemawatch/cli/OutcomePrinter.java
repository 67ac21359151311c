package dev.schemawatch.cli;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.report.JsonReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/** Prints the result of a command that runs once. Made when the command starts: it measures the time. */
final class OutcomePrinter {
    private final Surroundings surroundings;
    private final Instant startedAt;
    private final long start = System.nanoTime();

    OutcomePrinter(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.startedAt = surroundings.clock().instant();
    }

    /**
     * Prints in the form that is wanted.
     *
     * @param command its name, for JSON
     * @param text makes the text report of the outcome and the time it took
     */
    void print(
            String command,
            Outcome outcome,
            ExitStatus status,
            ResultOptions.Format format,
            BiFunction<Outcome, Duration, String> text) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        PrintWriter out = surroundings.out();
        out.print(
                switch (format) {
                    case TEXT -> text.apply(outcome, elapsed);
                    case JSON ->
                        new JsonReport(Version.number()).of(command, status(status), outcome, startedAt, elapsed);
                });
        out.flush();
    }

    private static JsonReport.Status status(ExitStatus status) {
        return switch (status) {
            case CLEAN -> JsonReport.Status.CLEAN;
            case FINDINGS -> JsonReport.Status.FINDINGS;
            case FAILED, REFUSED, USAGE, CONFIGURATION, INTERRUPTED, TERMINATED -> JsonReport.Status.FAILED;
        };
    }
}
