package dev.schemawatch.git;

import dev.schemawatch.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What git holds at one moment, a commit or the index, by path with {@code /} between names. Folders are there only by what
 * is in them. A byte of a name that is not UTF-8 is read as U+FFFD: such a name can be told, and its content is found by id.
 *
 * @param entries everything that is no folder, by path
 */
public record GitTree(SortedMap<String, Entry> entries) {
    public GitTree {
        entries = Collections.unmodifiableSortedMap(entries);
    }

    /**
     * What is at a path.
     *
     * @param id of its content
     */
    public record Entry(Kind kind, String id) {
        public Entry {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(id);
        }
    }

    /** What kind of thing is at a path. */
    public enum Kind {
        FILE,
        LINK,
        SUBMODULE,
        /** A merge left several contents, and nobody has chosen yet; only in an index. */
        CONFLICT;

        /** From the mode as git prints it: six octal digits; {@code 000000} is the mode of nothing. */
        static Optional<Kind> ofMode(String mode) {
            return switch (mode.substring(0, 3)) {
                case "100" -> Optional.of(FILE);
                case "120" -> Optional.of(LINK);
                case "160" -> Optional.of(SUBMODULE);
                default -> Optional.empty();
            };
        }
    }

    /** Reads {@code ls-tree -r -z}: mode, type, id, tab, path, NUL. */
    static GitTree ofListing(byte[] listing) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (String line : lines(listing)) {
            int tab = line.indexOf('\t');
            String[] words = line.substring(0, tab).split(" ", -1);
            Kind.ofMode(words[0]).ifPresent(kind -> entries.put(line.substring(tab + 1), new Entry(kind, words[2])));
        }
        return new GitTree(entries);
    }

    /**
     * What of the index a sparse checkout leaves out of the working tree. Reads {@code ls-files -t --stage -z}: tag, mode, id,
     * stage, tab, path, NUL; the tag is {@code S} for "skip worktree".
     */
    static GitTree ofSkipped(byte[] listing) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (String line : lines(listing)) {
            int tab = line.indexOf('\t');
            String[] words = line.substring(0, tab).split(" ", -1);
            if (words[0].equals("S")) {
                Kind.ofMode(words[1])
                        .ifPresent(kind -> entries.put(line.substring(tab + 1), new Entry(kind, words[2])));
            }
        }
        return new GitTree(entries);
    }

    /**
     * Where the target of a link in that folder is. Empty when it is outside. Names are git's, and need not be possible as a
     * path on this system.
     */
    public static Optional<String> resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (folder + "/" + target).split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    /** What {@code -z} separates. */
    static List<String> lines(byte[] listing) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < listing.length; i++) {
            if (listing[i] == 0) {
                lines.add(new String(listing, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return lines;
    }

    /** What is at that path, unless it is a folder or nothing. */
    public Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Whether there is anything in a folder of that path; the whole is the empty path. */
    public boolean isFolder(String path) {
        return path.isEmpty() ? !entries.isEmpty() : !below(path).isEmpty();
    }

    /** Everything below a folder, at any depth. */
    public SortedMap<String, Entry> below(String folder) {
        return folder.isEmpty() ? entries : entries.subMap(folder + "/", folder + (char) ('/' + 1));
    }

    /** The names directly in a folder, sorted. */
    public List<String> names(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<String> names = new ArrayList<>();
        SortedMap<String, Entry> rest = below(folder);
        while (!rest.isEmpty()) {
            String path = rest.firstKey().substring(prefix.length());
            int slash = path.indexOf('/');
            String name = slash < 0 ? path : path.substring(0, slash);
            names.add(name);
            // Past the folder, however much is in it.
            rest = rest.tailMap(prefix + name + (slash < 0 ? "\0" : (char) ('/' + 1)));
        }
        return names.stream().sorted().distinct().toList();
    }

    /** The part below a folder, with paths relative to it. */
    public GitTree under(String folder) {
        if (folder.isEmpty()) {
            return this;
        }
        SortedMap<String, Entry> part = new TreeMap<>();
        below(folder).forEach((path, entry) -> part.put(path.substring(folder.length() + 1), entry));
        return new GitTree(part);
    }

    /** The entries whose paths are wanted. */
    public GitTree only(Predicate<String> wanted) {
        SortedMap<String, Entry> part = new TreeMap<>(entries);
        part.keySet().removeIf(path -> !wanted.test(path));
        return new GitTree(part);
    }

    /** Those of these files that are here with the same content. */
    SortedMap<String, SourceFile> unchanged(SortedMap<String, SourceFile> files) {
        SortedMap<String, SourceFile> same = new TreeMap<>();
        entries.forEach((path, entry) -> {
            SourceFile file = files.get(path);
            if (file != null && entry.kind() == Kind.FILE && BlobId.isOf(entry.id(), file.content())) {
                same.put(path, file);
            }
        });
        return same;
    }

    /** The files with their contents, without what this clone does not hold. */
    public SortedMap<String, SourceFile> files(Blobs blobs) {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        blobs.fetch(entries.values().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .map(Entry::id)
                .toList());
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (entry.getValue().kind() == Kind.FILE) {
                blobs.read(entry.getValue().id())
                        .ifPresent(content -> files.put(entry.getKey(), new SourceFile(entry.getKey(), content)));
            }
        }
        return files;
    }
}
