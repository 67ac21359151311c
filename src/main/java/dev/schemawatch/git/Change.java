package dev.schemawatch.git;

import dev.schemawatch.git.GitTree.Entry;
import dev.schemawatch.git.GitTree.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A path at which two trees of git hold something else, or one of them nothing.
 *
 * @param before what the first tree has there
 * @param now what the second has
 */
record Change(String path, Optional<Entry> before, Optional<Entry> now) {
    Change {
        Objects.requireNonNull(path);
        Objects.requireNonNull(before);
        Objects.requireNonNull(now);
    }

    /** Reads {@code --raw -z}: a colon, both modes, both ids, a letter, NUL, path, NUL. */
    static List<Change> list(byte[] listing) {
        List<String> parts = GitTree.lines(listing);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String[] words = parts.get(i).substring(1).split(" ", -1);
            changes.add(new Change(parts.get(i + 1), entry(words[0], words[2]), entry(words[1], words[3])));
        }
        return changes;
    }

    private static Optional<Entry> entry(String mode, String id) {
        return Kind.ofMode(mode).map(kind -> new Entry(kind, id));
    }
}
