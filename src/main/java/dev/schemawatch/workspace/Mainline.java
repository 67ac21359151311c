package dev.schemawatch.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What everybody has already: the branch that work is merged into, as far as schemas and migrations are concerned.
 *
 * @param name as people call it: {@code origin/main}; or words for the last commit where there is no such branch
 * @param tip the id of its latest commit
 * @param merged the files that it had where this branch left it
 * @param paths of the files that it has now
 */
public record Mainline(String name, String tip, SortedMap<String, SourceFile> merged, SortedSet<String> paths) {
    /** What stands for a name where the last commit is all that is known. */
    public static final String LAST_COMMIT = "the last commit";

    public Mainline {
        Objects.requireNonNull(name);
        Objects.requireNonNull(tip);
        merged = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SourceFile>) merged));
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** A branch that has all of these files and no others, and that nobody has added to since. */
    public static Mainline at(String name, String tip, SortedMap<String, SourceFile> files) {
        return new Mainline(name, tip, files, new TreeSet<>(files.keySet()));
    }
}
