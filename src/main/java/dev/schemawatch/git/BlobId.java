package dev.schemawatch.git;

import dev.schemawatch.workspace.Fingerprint;
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
     * Whether git would give the content that id, so that it need not be read from git. Content that git converts has another. So
     * has content with a byte order mark: its text is without the mark, and may by that be the same as what git has.
     */
    static boolean isOf(String id, Content content) {
        if (!(content instanceof Content.Text(String text, Fingerprint fingerprint))) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return id.equals(of(bytes, id.length() == SHA1_DIGITS ? "SHA-1" : "SHA-256"))
                && fingerprint.equals(Fingerprint.of(bytes));
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
