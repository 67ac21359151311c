package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that are made for a server and its programs, and removed with everything in them. */
public final class Folders {
    private Folders() {}

    /**
     * Makes a folder of this user's cache, with those above it.
     *
     * @throws IOException with what to do, when nothing can be written there
     */
    static void makeWritable(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw notWritable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw notWritable(folder, null);
        }
    }

    private static IOException notWritable(Path folder, @Nullable FileSystemException cause) {
        return new IOException(
                folder + " cannot be written, and a PostgreSQL of one's own needs a place for its programs and data:"
                        + " name a folder that can be written in XDG_CACHE_HOME.",
                cause);
    }

    /**
     * Removes it with everything in it, if it is there; links are removed, not followed.
     *
     * @throws IOException when the disk refuses; then part of it may be gone
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
