package dev.schemawatch.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of the inputs at one moment, for where the kernel tells nothing. A folder's own stamp changes when an entry
 * comes or goes, so only what is known has to be looked at, never the tree.
 */
record Stamps(Map<String, Stamp> byPath) {

    /** Identity, size and time of change of a file. */
    record Stamp(@Nullable Object key, long size, FileTime modified) {}

    /** Looks at the files and folders of a scan. */
    static Stamps of(Path root, Scan scan) {
        Map<String, Stamp> stamps = new TreeMap<>();
        SortedSet<String> paths = new TreeSet<>(scan.folders());
        paths.addAll(scan.workspace().files().keySet());
        for (String path : paths) {
            try {
                BasicFileAttributes found = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
                stamps.put(path, new Stamp(found.fileKey(), found.size(), found.lastModifiedTime()));
            } catch (IOException _) {
                stamps.remove(path); // gone: the missing stamp is what tells
            }
        }
        return new Stamps(stamps);
    }

    /** The paths whose stamp is not the same in both. */
    SortedSet<String> changedSince(Stamps earlier) {
        SortedSet<String> all = new TreeSet<>(byPath.keySet());
        all.addAll(earlier.byPath.keySet());
        all.removeIf(path -> Objects.equals(byPath.get(path), earlier.byPath.get(path)));
        return all;
    }
}
