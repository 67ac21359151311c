package dev.schemawatch.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counted on the watcher's thread, read from any. */
final class WatchCounts {
    private final AtomicReference<WatchStatus.Mode> mode = new AtomicReference<>(WatchStatus.Mode.OFF);
    private final AtomicInteger directories = new AtomicInteger();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder overflows = new LongAdder();
    private final Map<Noticed.Cause, LongAdder> rescans = new EnumMap<>(Noticed.Cause.class);

    WatchCounts() {
        for (Noticed.Cause cause : Noticed.Cause.values()) {
            rescans.put(cause, new LongAdder());
        }
    }

    void mode(WatchStatus.Mode now) {
        mode.set(now);
    }

    void watching(int folders) {
        directories.set(folders);
    }

    void accepted() {
        accepted.increment();
    }

    void ignored() {
        ignored.increment();
    }

    void duplicate() {
        duplicate.increment();
    }

    void overflowed() {
        overflows.increment();
    }

    void rescanned(Noticed.Cause cause) {
        rescans.getOrDefault(cause, new LongAdder()).increment();
    }

    WatchStatus status() {
        Map<Noticed.Cause, Long> byCause = new EnumMap<>(Noticed.Cause.class);
        rescans.forEach((cause, count) -> byCause.put(cause, count.sum()));
        byCause.remove(Noticed.Cause.CHANGE);
        return new WatchStatus(
                mode.get(),
                directories.get(),
                accepted.sum(),
                ignored.sum(),
                duplicate.sum(),
                overflows.sum(),
                byCause);
    }
}
