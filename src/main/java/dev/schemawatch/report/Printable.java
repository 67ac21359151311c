package dev.schemawatch.report;

/**
 * Makes text safe to print. Names of tables, files and models may hold anything: escape sequences that move the cursor or
 * set the terminal's title, line ends that forge a line of the report, and marks that reverse the order of what is read.
 */
public final class Printable {
    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The text on one line, with U+FFFD in place of every control (C0, DEL, C1), line separator and bidi mark. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                printable.append(' ');
            } else {
                printable.append(isHarmful(c) ? REPLACEMENT : c);
            }
        }
        return printable.toString();
    }

    private static boolean isHarmful(char c) {
        return c < 0x20
                || c >= 0x7F && c <= 0x9F
                || c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\uFEFF';
    }
}
