package dev.schemawatch.watch;

import java.util.Map;

/**
 * How the watching goes; the counts are since the start.
 *
 * @param directories how many folders are watched now
 * @param accepted events that can matter
 * @param ignored events that cannot
 * @param duplicate events of a path that had already changed within the same burst
 * @param overflows how often the queue of events was too short
 * @param rescans how often everything had to be read, by cause
 */
public record WatchStatus(
        Mode mode,
        int directories,
        long accepted,
        long ignored,
        long duplicate,
        long overflows,
        Map<Noticed.Cause, Long> rescans) {
    public WatchStatus {
        rescans = Map.copyOf(rescans);
    }

    /** How changes are noticed. */
    public enum Mode {
        EVENTS,
        POLLING,
        OFF
    }
}
