package dev.schemawatch.watch;

import dev.schemawatch.workspace.Workspace;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A workspace, and what the next scan and a watcher have to know of how it was read.
 *
 * @param head the commit that the baseline was read from
 * @param folders the folders where a change can matter, relative to the root, which is the empty string
 * @param alsoRead files that are read because somebody named them, there or not
 */
public record Scan(Workspace workspace, Optional<String> head, SortedSet<String> folders, SortedSet<String> alsoRead) {
    public Scan {
        Objects.requireNonNull(workspace);
        Objects.requireNonNull(head);
        folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
        alsoRead = Collections.unmodifiableSortedSet(new TreeSet<>(alsoRead));
    }

    /** Whether a change of the file at that path can change the next scan. */
    public boolean concerns(String path) {
        return SearchTree.isSignpost(path)
                || SearchTree.isEnvironmentFile(path)
                || alsoRead.contains(path)
                || workspace.files().containsKey(path)
                || folders.contains(path)
                || workspace.projects().stream().anyMatch(project -> Disk.isWithin(path, project.migrations()));
    }
}
