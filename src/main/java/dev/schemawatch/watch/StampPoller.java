package dev.schemawatch.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notices changes by looking, for as long as the system gives no watches. */
final class StampPoller {
    static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration RETRY_EVENTS = Duration.ofMinutes(1);

    private final Path root;
    private boolean active;
    private @Nullable Stamps stamps;
    private long nextLook;
    private long nextRetry = System.nanoTime();

    StampPoller(Path root) {
        this.root = root;
    }

    /** True when it was not active before. */
    boolean start(@Nullable Scan scan, long now) {
        boolean wasActive = active;
        active = true;
        nextRetry = now + RETRY_EVENTS.toNanos();
        nextLook = now + INTERVAL.toNanos();
        stamps = scan == null ? null : Stamps.of(root, scan);
        return !wasActive;
    }

    /** True when it was active before. */
    boolean stop() {
        boolean wasActive = active;
        active = false;
        stamps = null;
        return wasActive;
    }

    /** Whether it is time to ask the system for watches again. */
    boolean shouldRetryEvents(long now) {
        return now - nextRetry >= 0;
    }

    /** The paths that changed since the last look; none when it is not yet time for another. */
    SortedSet<String> look(Scan scan, long now) {
        if (!active || now - nextLook < 0) {
            return new TreeSet<>();
        }
        nextLook = now + INTERVAL.toNanos();
        Stamps latest = Stamps.of(root, scan);
        SortedSet<String> changed = stamps == null ? new TreeSet<>() : latest.changedSince(stamps);
        stamps = latest;
        return changed;
    }
}
