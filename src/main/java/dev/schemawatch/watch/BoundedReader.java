package dev.schemawatch.watch;

import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a file as text without ever blocking on it or taking more memory than the limit. */
final class BoundedReader {
    private static final String IN_ITS_PLACE = "put a file in its place";

    private BoundedReader() {}

    /** What is at {@code file}, links followed; empty when nothing is there. */
    static Optional<Content> read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return Optional.of(Content.Unreadable.FOLDER);
            }
            if (!attributes.isRegularFile()) {
                return unreadable("is not a regular file but a pipe, a socket or a device", IN_ITS_PLACE);
            }
            if (attributes.size() > Content.LARGEST) {
                return Optional.of(Content.tooLarge(attributes.size()));
            }
            // A growing file: the size above was only a first look.
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(Content.of(in.readNBytes(Content.LARGEST + 1)));
            }
        } catch (NoSuchFileException gone) {
            return Files.isSymbolicLink(file)
                    ? unreadable(
                            "is a symbolic link to something that does not exist",
                            "make what it points to again, or put a file in its place")
                    : Optional.empty();
        } catch (AccessDeniedException denied) {
            return unreadable("cannot be read: permission denied", "let the user who runs Schemawatch read it");
        } catch (IOException failed) {
            return isLoop(file)
                    ? unreadable("is a loop of symbolic links", IN_ITS_PLACE)
                    : unreadable(
                            "cannot be read: " + failed.getClass().getSimpleName(),
                            "see whether you can read it yourself");
        }
    }

    /** The system has no exception of its own for it. */
    private static boolean isLoop(Path file) {
        Set<Path> seen = new HashSet<>();
        Path at = file.toAbsolutePath().normalize();
        try {
            while (Files.isSymbolicLink(at)) {
                if (!seen.add(at)) {
                    return true;
                }
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            }
        } catch (IOException _) {
            return false;
        }
        return false;
    }

    private static Optional<Content> unreadable(String reason, String remedy) {
        return Optional.of(new Content.Unreadable(reason, remedy));
    }
}
