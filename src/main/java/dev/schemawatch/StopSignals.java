package dev.schemawatch;

import dev.schemawatch.cli.ExitStatus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import sun.misc.Signal;

/**
 * Ends the daemon when the system asks for it: with 0 after SIGTERM, with 130 after SIGINT. Whatever hangs on the way (a
 * database, a broker, a hook of the container), the process is gone after a deadline.
 */
final class StopSignals {
    /** Leaves a second of the five that a supervisor may count on. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final Runnable stop;
    private final Duration deadline;
    private final IntConsumer halt;
    private final AtomicReference<ExitStatus> status = new AtomicReference<>(ExitStatus.CLEAN);

    /** @param halt ends the process with a status, at once */
    StopSignals(Runnable stop, Duration deadline, IntConsumer halt) {
        this.stop = stop;
        this.deadline = deadline;
        this.halt = halt;
    }

    /**
     * From now on a signal ends the process at once: nothing runs yet that could be finished. Without this, Quarkus would wait
     * for an application to end that nobody has told to.
     */
    static void endAtOnce() {
        Signal.handle(new Signal("TERM"), _ -> Runtime.getRuntime().halt(ExitStatus.CLEAN.code()));
        Signal.handle(new Signal("INT"), _ -> Runtime.getRuntime().halt(ExitStatus.INTERRUPTED.code()));
    }

    /** From now on SIGTERM and SIGINT do this, and end the process after the deadline in any case. */
    static StopSignals whenAsked(Runnable stop) {
        StopSignals signals = new StopSignals(stop, DEADLINE, Runtime.getRuntime()::halt);
        Signal.handle(new Signal("TERM"), _ -> signals.end(ExitStatus.CLEAN, ExitStatus.TERMINATED));
        Signal.handle(new Signal("INT"), _ -> signals.end(ExitStatus.INTERRUPTED, ExitStatus.INTERRUPTED));
        return signals;
    }

    /** What to end with: {@link ExitStatus#CLEAN} before there was a signal. */
    ExitStatus status() {
        return status.get();
    }

    /**
     * Asks the daemon to stop.
     *
     * @param inTime the status when it does
     * @param late the status when it does not until the deadline
     */
    void end(ExitStatus inTime, ExitStatus late) {
        status.set(inTime);
        Thread.ofPlatform().daemon().name("schemawatch-deadline").start(() -> haltAfterDeadline(late));
        stop.run();
    }

    private void haltAfterDeadline(ExitStatus late) {
        try {
            Thread.sleep(deadline);
            halt.accept(late.code());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
