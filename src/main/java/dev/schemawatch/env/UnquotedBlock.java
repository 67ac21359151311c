package dev.schemawatch.env;

import java.util.regex.Pattern;

/**
 * A certificate or key in PEM form that stands in a {@code .env} file without quotes (RFC 7468). Loaders read its first line
 * alone; the others look like broken entries, and are the secret.
 */
final class UnquotedBlock {
    private static final Pattern BEGIN = Pattern.compile("[\"'`]?-----BEGIN\\b.*");
    private static final Pattern BODY = Pattern.compile("\\s*[A-Za-z0-9+/_-]*={0,2}\\s*\\\\?|[A-Za-z]+-[A-Za-z]+:.*");
    private static final String END = "-----END";

    private UnquotedBlock() {}

    /** Whether a value, or a line, opens a block that its own line does not close. */
    static boolean opens(String line) {
        return line.contains("-----BEGIN") && BEGIN.matcher(line.strip()).matches() && !line.contains(END);
    }

    /**
     * Where the block ends: behind the line that closes it, or before the first one that cannot belong to it.
     *
     * @param from the end of the line that opens the block
     */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int start = afterLineEnd(text, end);
            int next = start;
            while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') {
                next++;
            }
            String line = text.substring(start, next);
            if (line.contains(END)) {
                return next;
            }
            if (start == text.length() || !BODY.matcher(line).matches()) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int afterLineEnd(String text, int at) {
        return Math.min(text.length(), text.startsWith("\r\n", at) ? at + 2 : at + 1);
    }
}
