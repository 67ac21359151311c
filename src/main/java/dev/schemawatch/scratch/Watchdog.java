package dev.schemawatch.scratch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.core.BaseConnection;

/**
 * Ends what a session is doing when it takes too long, on the server: it is cancelled; where that is not heeded, the session
 * is ended; where nobody answers, the connection is cut.
 */
final class Watchdog implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Scratch scratch;
    private final BaseConnection session;
    private final Duration patience;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dry-run-watchdog").factory());

    Watchdog(Scratch scratch, BaseConnection session, Duration patience) {
        this.scratch = scratch;
        this.session = session;
        this.patience = patience;
    }

    /** Watches from now on until the watch is closed. */
    Watch watch() {
        return new Watch();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One statement or script that has to end in time. */
    final class Watch implements AutoCloseable {
        private final AtomicBoolean fired = new AtomicBoolean();
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Future<?> next;

        private Watch() {
            next = later(patience, this::cancel);
        }

        /** Whether it was ended for taking too long. */
        boolean fired() {
            return fired.get();
        }

        @Override
        public void close() {
            over.set(true);
            next.cancel(false);
        }

        private void cancel() {
            if (!over.get()) {
                fired.set(true);
                next = later(GRACE, this::terminate);
                attempt(session::cancelQuery);
            }
        }

        private void terminate() {
            if (!over.get()) {
                next = later(GRACE, this::cut);
                attempt(() -> scratch.terminate(session.getBackendPID()));
            }
        }

        private void cut() {
            if (!over.get()) {
                attempt(() -> session.abort(Runnable::run));
            }
        }

        private Future<?> later(Duration delay, Runnable action) {
            return timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** The next, harder means follows in any case. */
        private void attempt(Attempt attempt) {
            try {
                attempt.run();
            } catch (SQLException _) {
                // The server does not listen.
            }
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }
}
