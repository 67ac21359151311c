package dev.schemawatch.scratch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.postgresql.core.BaseConnection;

/**
 * Ends what a session is doing when it takes too long, on the server: it is cancelled; where that is not heeded, the session
 * is ended; where nobody answers, the connection is cut.
 */
final class Watchdog implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Scratch scratch;
    private final BaseConnection session;
    private final Duration patience;
    private final BooleanSupplier calledOff;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dry-run-watchdog").factory());

    /** @param calledOff whether all of it is to end at once */
    Watchdog(Scratch scratch, BaseConnection session, Duration patience, BooleanSupplier calledOff) {
        this.scratch = scratch;
        this.session = session;
        this.patience = patience;
        this.calledOff = calledOff;
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
        private final Future<?> glances;
        private volatile Future<?> next;

        private Watch() {
            next = later(patience, this::cancel);
            glances = timer.scheduleWithFixedDelay(
                    this::glance, GLANCE.toMillis(), GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Whether it was ended for taking too long. */
        boolean fired() {
            return fired.get();
        }

        @Override
        public void close() {
            over.set(true);
            next.cancel(false);
            glances.cancel(false);
        }

        private void glance() {
            if (calledOff.getAsBoolean() && !fired.get()) {
                next.cancel(false);
                cancel();
            }
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
