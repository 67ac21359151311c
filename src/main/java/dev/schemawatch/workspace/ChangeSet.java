package dev.schemawatch.workspace;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The paths that may have changed since the last workspace was scanned.
 *
 * @param paths relative to the root
 * @param complete false when events were lost, so that everything has to be looked at again
 */
public record ChangeSet(SortedSet<String> paths, boolean complete) {
    public ChangeSet {
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** Nothing is known to be unchanged. */
    public static ChangeSet unknown() {
        return new ChangeSet(new TreeSet<>(), false);
    }
}
