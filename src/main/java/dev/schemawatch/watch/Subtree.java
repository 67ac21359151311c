package dev.schemawatch.watch;

import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Files and folders at and below a path. */
record Subtree(SortedMap<String, SourceFile> files, SortedSet<String> folders) {

    /**
     * Lists a tree: files as {@code reading} has them, folders named. Bounded in depth; a link that leads back to a folder above
     * it counts as a file that cannot be read, and a folder outside of the root as nothing.
     */
    static Subtree of(FileTree tree, PathFilter filter, String path, Function<String, Optional<SourceFile>> reading) {
        Subtree found = new Subtree(new TreeMap<>(), new TreeSet<>());
        found.collect(tree, filter, path, 0, reading);
        return found;
    }

    private void collect(
            FileTree tree, PathFilter filter, String path, int depth, Function<String, Optional<SourceFile>> reading) {
        if (depth > FileTree.MAX_DEPTH || PathFilter.isEditorFile(Disk.name(path)) || filter.ignores(path)) {
            return;
        }
        if (tree.leadsBack(path)) {
            files.put(
                    path,
                    new SourceFile(
                            path,
                            new Content.Unreadable(
                                    "is a link that leads back to a folder above it", "remove the link")));
        } else if (!tree.isFolder(path)) {
            reading.apply(path).ifPresent(file -> files.put(path, file));
        } else if (!tree.leadsOut(path)) {
            folders.add(path);
            tree.names(path).forEach(name -> collect(tree, filter, path + "/" + name, depth + 1, reading));
        }
    }
}
