package dev.schemawatch.watch;

import dev.schemawatch.workspace.ChangeSet;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gathers changes until they have settled: quiet for {@code settle}, but never held longer than {@code maxWait} after the
 * first, so that a continuous writer cannot keep us silent. Time comes in as an argument, in nanoseconds of one clock.
 */
final class Debouncer {
    private final long settle;
    private final long maxWait;
    private final SortedSet<String> paths = new TreeSet<>();
    private boolean complete = true;
    private boolean pending;
    private long first;
    private long last;

    Debouncer(Duration settle, Duration maxWait) {
        this.settle = settle.toNanos();
        this.maxWait = maxWait.toNanos();
    }

    /** A path changed. True when it was not yet among the gathered. */
    boolean add(String path, long now) {
        noticed(now);
        return paths.add(path);
    }

    /** Changes were lost: what comes out next says that anything may have changed. */
    void lose(long now) {
        noticed(now);
        complete = false;
    }

    private void noticed(long now) {
        first = pending ? first : now;
        last = now;
        pending = true;
    }

    /** The time of the newest change; meaningless when none is pending. */
    long last() {
        return last;
    }

    /** How long until the changes are due: 0 or less when they are, {@code Long.MAX_VALUE} when there are none. */
    long untilDue(long now) {
        return pending ? Math.min(last + settle - now, first + maxWait - now) : Long.MAX_VALUE;
    }

    /** Hands over what was gathered and begins anew. */
    ChangeSet take() {
        ChangeSet changes = complete ? new ChangeSet(paths, true) : ChangeSet.unknown();
        paths.clear();
        complete = true;
        pending = false;
        return changes;
    }
}
