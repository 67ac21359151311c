package dev.schemawatch.watch;

import dev.schemawatch.workspace.ChangeSet;

/**
 * A settled set of changes.
 *
 * @param at when the newest of them was noticed, by {@link System#nanoTime}
 */
public record Noticed(ChangeSet changes, Cause cause, long at) {

    /** Why anybody should look. */
    public enum Cause {
        /** The kernel, or a comparison of file stamps, said what changed. */
        CHANGE,
        /** Folders are watched from now on; what changed before nobody said. */
        START,
        /** More happened than the queues hold. */
        OVERFLOW,
        /** The watch broke and was set up again. */
        WATCHER_LOST,
        /** Nothing: every few minutes everything is read, to prove that no change was missed. */
        PERIODIC
    }
}
