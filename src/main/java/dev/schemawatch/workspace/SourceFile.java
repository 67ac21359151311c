package dev.schemawatch.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file of the repository. A byte order mark before its text is left out, but in a schema, which Prisma then refuses.
 *
 * @param path relative to the root, with {@code /} between names
 */
public record SourceFile(String path, Content content) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SourceFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(content);
        if (!path.endsWith(".prisma")
                && content instanceof Content.Text(String text, var fingerprint)
                && text.startsWith(BYTE_ORDER_MARK)) {
            content = new Content.Text(text.substring(1), fingerprint);
        }
    }

    /** What was found when the file was read. */
    public sealed interface Content {
        /** A file of more bytes than these is not read. */
        int LARGEST = 16 * 1024 * 1024;

        /** Bytes as text, by strict UTF-8: a byte that is not is named with its offset, since replacing it would hide the fault. */
        static Content of(byte[] bytes) {
            if (bytes.length > LARGEST) {
                return tooLarge(bytes.length);
            }
            if (isUtf16(bytes)) {
                return new Unreadable("is UTF-16 text", "save it as UTF-8");
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(bytes.length);
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
            if (result.isError()) {
                String first = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
                return new Unreadable(
                        "is not valid UTF-8 (byte 0x%s at offset %d)".formatted(first, in.position()),
                        "save it as UTF-8");
            }
            String text = out.flip().toString();
            return new Text(text, Fingerprint.of(bytes));
        }

        /** What stands for a file of that many bytes, more than {@link #LARGEST}. */
        static Content tooLarge(long size) {
            return new Unreadable("is larger than 16 MiB (%d bytes)".formatted(size), "make several files of it");
        }

        /** Known by its byte order mark, neither of which UTF-8 can hold; else by the zeros beside the letters of its beginning. */
        private static boolean isUtf16(byte[] bytes) {
            return bytes.length >= 2
                    && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                            || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                            || alternatesWithZero(bytes, 0)
                            || alternatesWithZero(bytes, 1));
        }

        /** @param zero where the first zero is: 0 or 1 */
        private static boolean alternatesWithZero(byte[] bytes, int zero) {
            int looked = Math.min(bytes.length & ~1, 8);
            for (int i = 0; i < looked; i++) {
                if ((bytes[i] == 0) != (i % 2 == zero)) {
                    return false;
                }
            }
            return looked >= 4;
        }

        /**
         * UTF-8 text.
         *
         * @param fingerprint of the bytes as they are on disk
         */
        record Text(String text, Fingerprint fingerprint) implements Content {
            /** Whether the file begins with a byte order mark, which the text is without. */
            public boolean hasByteOrderMark() {
                return !Fingerprint.of(text).equals(fingerprint);
            }
        }

        /**
         * A file that could not be used as text.
         *
         * @param reason why, as a clause that follows the path: "is not valid UTF-8 (byte 0xE9 at offset 12)"
         * @param remedy what to do about it, as a clause: "save it as UTF-8"
         */
        record Unreadable(String reason, String remedy) implements Content {
            /** A folder where a file is looked for. */
            public static final Unreadable FOLDER =
                    new Unreadable("is a folder, not a file", "put a file in its place");
        }
    }
}
