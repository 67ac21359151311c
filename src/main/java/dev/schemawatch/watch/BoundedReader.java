package dev.schemawatch.watch;

import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Reads a file as text without ever blocking on it or taking more memory than the limit. */
final class BoundedReader {
    /** A file larger than this many bytes is not read. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final String IN_ITS_PLACE = "put a file in its place";

    private BoundedReader() {}

    /** What is at {@code file}, links followed; empty when nothing is there. */
    static Optional<Content> read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return unreadable("is a folder, not a file", IN_ITS_PLACE);
            }
            if (!attributes.isRegularFile()) {
                return unreadable("is not a regular file but a pipe, a socket or a device", IN_ITS_PLACE);
            }
            if (attributes.size() > LIMIT) {
                return tooLarge(attributes.size());
            }
            // A growing file: the size above was only a first look.
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                return bytes.length > LIMIT ? tooLarge(bytes.length) : Optional.of(decode(bytes));
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

    /** Strict UTF-8: a byte that is not is named with its offset, since replacing it would hide the fault. */
    static Content decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (isUtf16(bytes)) {
            return new Content.Unreadable("is UTF-16 text", "save it as UTF-8");
        }
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            String first = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            return new Content.Unreadable(
                    "is not valid UTF-8 (byte 0x%s at offset %d)".formatted(first, in.position()), "save it as UTF-8");
        }
        String text = out.flip().toString();
        return new Content.Text(text.startsWith("\uFEFF") ? text.substring(1) : text, Fingerprint.of(bytes));
    }

    /** Known by its byte order mark, neither of which UTF-8 can hold. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }

    private static Optional<Content> tooLarge(long size) {
        return unreadable("is larger than 16 MiB (%d bytes)".formatted(size), "make several files of it");
    }

    private static Optional<Content> unreadable(String reason, String remedy) {
        return Optional.of(new Content.Unreadable(reason, remedy));
    }
}
