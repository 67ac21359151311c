package dev.schemawatch.watch;

import dev.schemawatch.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Git's own folder: what happens in it tells that HEAD moved, and its {@code index.lock} that a checkout may be half done, so
 * that results wait for its end. The lock never starts anything, since shell prompts take it all day.
 */
final class GitGate {
    /** How often a held change looks whether the lock is gone. */
    static final Duration RECHECK = Duration.ofMillis(20);

    private static final Duration STALE = Duration.ofSeconds(10);

    /** Git's record of where HEAD was: it grows with every commit. */
    private static final String LOGS = WorkspaceScanner.GIT + "/logs";

    /**
     * {@code HEAD.lock} goes away when a commit has been written, which is after the files that it protects; {@code FETCH_HEAD}
     * is written when the branches of a remote may have moved.
     */
    private static final Set<String> MOVES_HEAD =
            Set.of("HEAD", "HEAD.lock", "index", "packed-refs", "ORIG_HEAD", "FETCH_HEAD");

    private final GitRepository git;
    private Optional<Path> folder = Optional.empty();
    private boolean asked;

    GitGate(GitRepository git) {
        this.git = git;
    }

    /** The names under which the gate watches its folders. */
    static Set<String> watchedNames() {
        return Set.of(WorkspaceScanner.GIT, LOGS);
    }

    /** A repository may have come: where its folder is must be asked again. */
    void forget() {
        asked = false;
    }

    /** Watches git's folder, which for a worktree is not below the root. */
    void arm(WatchedFolders watched) throws IOException {
        if (!asked) {
            asked = true;
            folder = git.gitFolder();
        }
        if (folder.isPresent()) {
            watched.add(WorkspaceScanner.GIT, folder.get());
            watched.add(LOGS, folder.get().resolve("logs"));
        }
    }

    /** Whether an event from one of the watched names may mean another commit. */
    static boolean mayMoveHead(String watchedName, String file) {
        return watchedName.equals(LOGS) || MOVES_HEAD.contains(file);
    }

    /** Whether git is in the middle of something. */
    boolean isClosed() {
        return folder.isPresent() && Files.exists(folder.get().resolve("index.lock"));
    }

    /** Whether a lock was left behind by a git that died: it is there, and nothing has changed for long. */
    static boolean isStale(long nanosSinceLastChange) {
        return nanosSinceLastChange > STALE.toNanos();
    }
}
