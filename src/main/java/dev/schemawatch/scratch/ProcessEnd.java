package dev.schemawatch.scratch;

import java.time.Duration;

/**
 * Whether this process was told to end. Its hooks undo what a run has made, which ends the session of the run: that is nobody's
 * fault, and no migration's.
 */
final class ProcessEnd {
    /** A terminal tells the server of a run at the same time as the run, and either may be the first to know. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Duration GLANCE = Duration.ofMillis(10);

    private ProcessEnd() {}

    /** Asked where a session was lost; waits for the signal for a moment. */
    static boolean isNear() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!hasBegun()) {
            if (System.nanoTime() >= until) {
                return false;
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The platform takes no hooks from then on. */
    static boolean hasBegun() {
        Thread hook = new Thread(() -> {}, "nothing");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }
}
