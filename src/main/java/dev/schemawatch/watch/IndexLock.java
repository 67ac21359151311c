package dev.schemawatch.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Git's {@code index.lock}: while it exists a checkout may be half done, so results wait for its end. It never starts
 * anything, since shell prompts take it all day.
 */
record IndexLock(Path gitFolder) {
    /** How often a held change looks whether the lock is gone. */
    static final Duration RECHECK = Duration.ofMillis(20);

    private static final Duration STALE = Duration.ofSeconds(10);

    /** {@code HEAD.lock} goes away when a commit has been written, which is after the files that it protects. */
    private static final Set<String> MOVES_HEAD = Set.of("HEAD", "HEAD.lock", "index", "packed-refs", "ORIG_HEAD");

    /** Whether a change of the file of that name in git's folder may mean another commit. */
    static boolean mayMoveHead(String name) {
        return MOVES_HEAD.contains(name);
    }

    boolean exists() {
        return Files.exists(gitFolder.resolve("index.lock"));
    }

    /** Whether the lock was left behind by a git that died: it is there, and nothing has changed for long. */
    static boolean isStale(long nanosSinceLastChange) {
        return nanosSinceLastChange > STALE.toNanos();
    }
}
