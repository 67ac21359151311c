package dev.schemawatch.cli;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.report.Printable;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows on standard error how far a replay is: a bar in front of people, else a line now and then. */
final class ReplayProgress implements ReplayListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final int LONGEST_NAME = 40;
    private static final long BAR_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean terminal;
    private long shownAt = System.nanoTime();

    ReplayProgress(Surroundings surroundings) {
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
    }

    @Override
    public void begins(Migration migration, int before, int all) {
        long now = System.nanoTime();
        if (now - shownAt >= (terminal ? BAR_NANOS : LINE_NANOS)) {
            shownAt = now;
            err.print(terminal ? bar(migration, before, all) : "Applied " + before + " of " + all + " migrations.\n");
            err.flush();
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (terminal) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private static String bar(Migration migration, int before, int all) {
        int done = before * WIDTH / Math.max(1, all);
        String name = Printable.of(migration.name());
        String shown = name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…"
                : name;
        return CLEAR + "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " + before + "/" + all + " " + shown;
    }
}
