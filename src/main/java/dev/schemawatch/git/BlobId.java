package dev.schemawatch.git;

import dev.schemawatch.workspace.SourceFile.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What git calls a content by (git manual, gitformat-pack and hash-function-transition). */
final class BlobId {
    private static final int SHA1_DIGITS = 40;

    private BlobId() {}

    /**
     * Whether git would give the content that id, so that it need not be read from git. Content that git converts, or whose byte
     * order mark is gone, has another.
     */
    static boolean isOf(String id, Content content) {
        return content instanceof Content.Text(String text, var _)
                && id.equals(
                        of(text.getBytes(StandardCharsets.UTF_8), id.length() == SHA1_DIGITS ? "SHA-1" : "SHA-256"));
    }

    private static String of(byte[] bytes, String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have " + algorithm, e);
        }
    }
}
