package dev.schemawatch.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which folders the kernel tells us about. Only folders, since an editor that saves by renaming replaces the file but not its
 * folder. Belongs to the watcher's thread.
 */
final class WatchedFolders {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };
    /** New folders that no scan knows yet are watched too, up to here: a schema may be on its way into them. */
    private static final int MAX_ADOPTED = 512;

    private static final int MAX_ADOPTED_DEPTH = 8;

    private final WatchService service;
    private final Path root;
    private final PathFilter filter;
    private final NavigableMap<String, WatchKey> keys = new TreeMap<>();
    private final Map<WatchKey, String> names = new HashMap<>();
    /** Device and inode of each when it was registered: another folder may have its name by now. */
    private final Map<String, Object> identities = new HashMap<>();

    private final Set<String> adopted = new HashSet<>();

    WatchedFolders(WatchService service, Path root, PathFilter filter) {
        this.service = service;
        this.root = root;
        this.filter = filter;
    }

    int size() {
        return keys.size();
    }

    /** The folder that a key stands for. */
    Optional<String> folderOf(WatchKey key) {
        return Optional.ofNullable(names.get(key));
    }

    boolean contains(String folder) {
        return keys.containsKey(folder);
    }

    /**
     * Watches a folder if it is there, and forgets one that has made room for it. True when it was not watched before: then
     * somebody has to look at what is in it already.
     *
     * @param name how events from it are named
     * @throws IOException when the system's limits are used up
     */
    boolean add(String name, Path folder) throws IOException {
        Optional<Object> identity = identity(folder);
        if (identity.isEmpty()) {
            return false;
        }
        if (keys.containsKey(name)) {
            if (identity.get().equals(identities.get(name))) {
                return false;
            }
            drop(name);
        }
        WatchKey key;
        try {
            key = folder.register(service, KINDS);
        } catch (IOException failure) {
            if (Files.isDirectory(folder) && Files.isReadable(folder)) {
                throw failure;
            }
            return false; // it went away meanwhile, or may not be read: then there is nothing to see either
        }
        keys.put(name, key);
        names.put(key, name);
        identities.put(name, identity.get());
        return true;
    }

    /** Empty when it is no folder. Where the system has no file keys, a folder is taken for the same as long as it is there. */
    private static Optional<Object> identity(Path folder) {
        try {
            BasicFileAttributes found = Files.readAttributes(folder, BasicFileAttributes.class);
            return found.isDirectory()
                    ? Optional.of(Objects.requireNonNullElse(found.fileKey(), folder))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Watches a folder that just appeared, with those below it. */
    void adopt(String folder) throws IOException {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) throws IOException {
                String name = Disk.slashed(root.relativize(found));
                if (adopted.size() >= MAX_ADOPTED || !filter.enters(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (add(name, found)) {
                    adopted.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(start, Set.of(), MAX_ADOPTED_DEPTH, visitor);
    }

    /** Forgets a folder and all below it: they are gone, or they are somewhere else now. */
    void drop(String folder) {
        // Below it is what begins with its name and a slash; the character behind the slash is the digit zero.
        Set<String> below = folder.isEmpty()
                ? keys.keySet()
                : keys.subMap(folder + "/", folder + "0").keySet();
        Set<String> gone = new HashSet<>(below);
        gone.add(folder);
        for (String name : gone) {
            forget(name);
            adopted.remove(name);
        }
    }

    /** Forgets what is neither wanted nor new. */
    void keepOnly(Set<String> wanted) {
        adopted.removeAll(wanted);
        List.copyOf(keys.keySet()).stream()
                .filter(name -> !wanted.contains(name) && !adopted.contains(name))
                .forEach(this::forget);
    }

    private void forget(String name) {
        WatchKey key = keys.remove(name);
        if (key != null) {
            key.cancel();
            names.remove(key);
        }
        identities.remove(name);
    }
}
