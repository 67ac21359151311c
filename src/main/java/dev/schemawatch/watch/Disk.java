package dev.schemawatch.watch;

import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The repository's files by slashed relative path. Links are followed while they stay inside the root: a link that leads out
 * of the repository must not make its target part of a report.
 */
final class Disk implements FileTree {
    private final Path root;
    private final Path realRoot;
    private final PathFilter filter;

    Disk(Path root, PathFilter filter) {
        this.root = root;
        this.filter = filter;
        try {
            this.realRoot = root.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException("opening the folder " + root, failure);
        }
    }

    /** The path with {@code /} between names, whatever the system uses. */
    static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** The folder that holds {@code path}; the root is the empty string. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** {@code folder} and {@code name} as one path. */
    static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** The last name of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** How many names a path has. */
    static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count() + 1;
    }

    /** Whether {@code path} is {@code folder} or below it. */
    static boolean isWithin(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    /** A place that a file in {@code folder} names, relative to the root; empty when it is the root, outside of it or no path at all. */
    static Optional<String> named(String folder, String place) {
        try {
            Path path = Path.of(folder).resolve(place).normalize();
            boolean outside = path.isAbsolute()
                    || path.startsWith("..")
                    || path.toString().isEmpty();
            return outside ? Optional.empty() : Optional.of(slashed(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    @Override
    public boolean isFolder(String path) {
        return Files.isDirectory(resolve(path));
    }

    boolean exists(String path) {
        return Files.exists(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<SourceFile> read(String path) {
        Path file = resolve(path);
        if (leadsOut(file)) {
            return Optional.of(new SourceFile(
                    path,
                    new Content.Unreadable(
                            "is a link that leads out of the repository", "put the file itself in its place")));
        }
        return BoundedReader.read(file)
                .or(() -> isGarbled(path)
                        ? Optional.of(new Content.Unreadable("has a name that is not UTF-8", "give it another name"))
                        : Optional.empty())
                .map(content -> new SourceFile(path, content));
    }

    /** Whether the name is listed and leads to nothing: bytes of it were lost in decoding. */
    private boolean isGarbled(String path) {
        return path.indexOf('\uFFFD') >= 0 && names(parent(path)).contains(name(path));
    }

    @Override
    public List<String> names(String folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(folder))) {
            List<String> names = new ArrayList<>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names.stream().sorted().toList();
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
    }

    @Override
    public Subtree below(String path, Function<String, Optional<SourceFile>> reading) {
        return Subtree.of(this, filter, path, reading);
    }

    /** Judged by the names above it alone, so that it is the same wherever the listing starts. */
    @Override
    public boolean leadsBack(String path) {
        Path link = resolve(path);
        if (!Files.isSymbolicLink(link) || !Files.isDirectory(link)) {
            return false;
        }
        for (Path above = link.getParent(); above != null && above.startsWith(root); above = above.getParent()) {
            if (isSame(link, above)) {
                return true;
            }
        }
        return false;
    }

    /** Compares device and inode. */
    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public boolean leadsOut(String path) {
        return leadsOut(resolve(path));
    }

    @Override
    public Optional<String> target(String path) {
        Path link = resolve(path);
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        try {
            return Optional.of(link.toRealPath())
                    .filter(real -> real.startsWith(realRoot))
                    .map(real -> slashed(realRoot.relativize(real)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Only an actual link costs the look at the real path. */
    private boolean leadsOut(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            return !file.toRealPath().startsWith(realRoot);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public SearchTree search() {
        return SearchTree.walk(root, filter);
    }
}
