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
import java.util.HexFormat;
import java.util.Optional;

/** Reads a file as text without ever blocking on it or taking more memory than the limit. */
final class BoundedReader {
    /** A file larger than this many bytes is not read. */
    static final int LIMIT = 16 * 1024 * 1024;

    private BoundedReader() {}

    /** What is at {@code file}, links followed; empty when nothing is there. */
    static Optional<Content> read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return unreadable("is a folder, not a file");
            }
            if (!attributes.isRegularFile()) {
                return unreadable("is not a regular file but a pipe, a socket or a device");
            }
            if (attributes.size() > LIMIT) {
                return unreadable(tooLarge(attributes.size()));
            }
            // A growing file: the size above was only a first look.
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                return bytes.length > LIMIT ? unreadable(tooLarge(bytes.length)) : Optional.of(decode(bytes));
            }
        } catch (NoSuchFileException gone) {
            return Files.isSymbolicLink(file)
                    ? unreadable("is a symbolic link to something that does not exist")
                    : Optional.empty();
        } catch (AccessDeniedException denied) {
            return unreadable("cannot be read: permission denied");
        } catch (IOException failed) {
            return unreadable("cannot be read: " + failed.getClass().getSimpleName());
        }
    }

    /** Strict UTF-8: a byte that is not is named with its offset, since replacing it would hide the fault. */
    static Content decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            String first = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            return new Content.Unreadable(
                    "is not valid UTF-8 (byte 0x%s at offset %d)".formatted(first, in.position()));
        }
        String text = out.flip().toString();
        return new Content.Text(text.startsWith("\uFEFF") ? text.substring(1) : text, Fingerprint.of(bytes));
    }

    private static String tooLarge(long size) {
        return "is larger than 16 MiB (%d bytes)".formatted(size);
    }

    private static Optional<Content> unreadable(String reason) {
        return Optional.of(new Content.Unreadable(reason));
    }
}
