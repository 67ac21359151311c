package dev.schemawatch.scaffold;

import java.util.regex.Pattern;

/** Paths as Markdown. They may hold anything. */
final class Markdown {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@+,:-]+");

    private Markdown() {}

    /** A path within a sentence: as code, with the characters that could end it, or the line, replaced. */
    static String code(String path) {
        return "`" + path.replaceAll("[`\\p{Cntrl}]", "?") + "`";
    }

    /** A path within a command of a shell, which may be part of a block of code. */
    static String shell(String path) {
        return PLAIN.matcher(path).matches() && !path.startsWith("-")
                ? path
                : "'" + path.replaceAll("[`\\p{Cntrl}]", "?").replace("'", "'\\''") + "'";
    }
}
