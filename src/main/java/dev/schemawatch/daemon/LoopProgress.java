package dev.schemawatch.daemon;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the loop moves; written by the loop, read by the health checks. */
@Singleton
public final class LoopProgress {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicLong lastBeat = new AtomicLong(System.nanoTime());
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);

    /** How far the daemon has come. */
    public enum Phase {
        STARTING,
        RUNNING,
        STOPPED
    }

    /** The loop has just gone round. */
    public void beat() {
        lastBeat.set(System.nanoTime());
    }

    /** The daemon has come this far. */
    public void enter(Phase now) {
        phase.set(now);
        beat();
    }

    /** How far the daemon has come. */
    public Phase phase() {
        return phase.get();
    }

    /** Whether the loop has gone round within the last two minutes; an idle loop does so every second. */
    public boolean isMoving() {
        return System.nanoTime() - lastBeat.get() < PATIENCE.toNanos();
    }
}
