package dev.schemawatch.git;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The commit that {@code git commit} would make now. Paths are relative to the top of the working tree.
 *
 * @param staged what the commit would hold: the index, without what is only intended to be added
 * @param parents what it is made on top of: none for the first commit, several when a merge is concluded
 * @param changed the paths that differ from the first parent, sorted
 */
public record StagedCommit(Checkout checkout, GitTree staged, List<GitTree> parents, SortedSet<String> changed) {
    public StagedCommit {
        Objects.requireNonNull(checkout);
        Objects.requireNonNull(staged);
        parents = List.copyOf(parents);
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    }

    /** Asks git. */
    public static Answer<StagedCommit> read(Git git) {
        return new IndexReader(git).read();
    }

    /** The index and the commits that it is made on top of, seen from a folder: paths are relative to it. */
    public StagedCommit under(String folder) {
        if (folder.isEmpty()) {
            return this;
        }
        SortedSet<String> below = new TreeSet<>();
        changed.stream()
                .filter(path -> path.startsWith(folder + "/"))
                .forEach(path -> below.add(path.substring(folder.length() + 1)));
        return new StagedCommit(
                checkout,
                staged.under(folder),
                parents.stream().map(parent -> parent.under(folder)).toList(),
                below);
    }
}
