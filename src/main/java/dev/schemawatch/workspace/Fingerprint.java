package dev.schemawatch.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a file's content.
 *
 * @param sha256 lower-case hexadecimal SHA-256 of the bytes
 */
public record Fingerprint(String sha256) {

    /** The fingerprint of the text as UTF-8. */
    public static Fingerprint of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint of these bytes. */
    public static Fingerprint of(byte[] content) {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
