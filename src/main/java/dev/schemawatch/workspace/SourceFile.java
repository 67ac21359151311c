package dev.schemawatch.workspace;

import java.util.Objects;

/**
 * A file of the repository.
 *
 * @param path relative to the root, with {@code /} between names
 */
public record SourceFile(String path, Content content) {
    public SourceFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(content);
    }

    /** What was found when the file was read. */
    public sealed interface Content {
        /**
         * UTF-8 text, without a leading byte order mark.
         *
         * @param fingerprint of the bytes as they are on disk
         */
        record Text(String text, Fingerprint fingerprint) implements Content {}

        /**
         * A file that could not be used as text.
         *
         * @param reason why, as a clause that follows the path: "is not valid UTF-8 (byte 0xE9 at offset 12)"
         * @param remedy what to do about it, as a clause: "save it as UTF-8"
         */
        record Unreadable(String reason, String remedy) implements Content {}
    }
}
