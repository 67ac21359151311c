package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Short texts that are kept in this user's cache, each under a name. What cannot be read is not there, and what cannot be written
 * is not kept: nobody depends on it. Several processes may use it at the same time.
 */
public record TextShelf(Path folder) {
    private static final String SUFFIX = ".txt";
    private static final int MOST = 200;

    public TextShelf {
        Objects.requireNonNull(folder);
    }

    /** The shelf of that name in the cache of the user. */
    public static TextShelf named(String name) {
        return new TextShelf(UserCache.folder().resolve(name));
    }

    /** The names under which there is a text. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        files().forEach(file -> {
            String name = file.getFileName().toString();
            names.add(name.substring(0, name.length() - SUFFIX.length()));
        });
        return names;
    }

    /** The text of that name, as it was written; who reads it judges whether it is whole. */
    public Optional<String> read(String name) {
        Path file = file(name);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(text);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Keeps a text, in place of another of that name, and lets go of those that nobody has read or written for longest. */
    public void keep(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path whole = folder.resolve("." + UUID.randomUUID());
            try {
                Files.writeString(whole, text);
                Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
            clear();
        } catch (IOException _) {
            return; // it can be made again
        }
    }

    /** Changes whenever a text is kept that was not there; equal as long as none is. */
    public long stamp() {
        try {
            return Files.getLastModifiedTime(folder).to(TimeUnit.NANOSECONDS);
        } catch (IOException _) {
            return 0;
        }
    }

    private void clear() throws IOException {
        List<Path> files = files();
        if (files.size() > MOST) {
            files.sort(Comparator.comparing(TextShelf::lastUse));
            for (Path old : files.subList(0, files.size() - MOST)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0); // somebody else has removed it
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            all.forEach(files::add);
        } catch (IOException | DirectoryIteratorException _) {
            return files; // there is none yet
        }
        return files;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
