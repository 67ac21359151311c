package dev.schemawatch.watch;

import dev.schemawatch.workspace.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The repository's files by slashed path relative to the root, which is the empty path: on disk, or in a tree of git. */
interface FileTree {
    /** Nothing is looked for deeper than this many folders down. */
    int MAX_DEPTH = 12;

    /** The file at that path, links followed while they stay inside the root; empty when nothing is there. */
    Optional<SourceFile> read(String path);

    /** Whether a folder is there, be it by a link. */
    boolean isFolder(String path);

    /** The names directly in a folder, sorted; none when it cannot be listed. */
    List<String> names(String folder);

    /** Whether a link is there that leads to a folder above it. */
    boolean leadsBack(String path);

    /** Whether a link is there that leads out of the root. */
    boolean leadsOut(String path);

    /** The path of what a link at that path leads to, when that is inside the root; empty where no link is. */
    Optional<String> target(String path);

    /** Everything at and below a path, with files as {@code reading} has them. */
    Subtree below(String path, Function<String, Optional<SourceFile>> reading);

    /** The files that say where schemas are. Links to folders are not followed. */
    SearchTree search();
}
