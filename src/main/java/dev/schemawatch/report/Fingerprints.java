package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Makes the fingerprints of a run; of things with the same identity, the second and later ones are told apart by their number. */
final class Fingerprints {
    private static final int CHARACTERS = 32;

    private final Map<String, Integer> seen = new HashMap<>();

    /** Of a difference in that database: the same whatever its sides are, and whichever report tells it. */
    String of(String database, Difference difference) {
        return of(
                "difference",
                database,
                difference.object().kind().token(),
                difference.object().display(),
                difference.verdict().name(),
                difference.aspect().orElse(""));
    }

    /** Of what has that identity. */
    String of(String... identity) {
        String whole = String.join("\0", identity);
        int number = seen.merge(whole, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((whole + "\0" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
