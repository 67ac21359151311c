package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;

/**
 * A token of JavaScript or TypeScript.
 *
 * @param text the word or sign itself; for a string its value
 */
record JavaScriptToken(Kind kind, String text, Location.InFile location) {

    /** As many kinds as reading a configuration needs. */
    enum Kind {
        WORD,
        TEXT,
        SIGN,
        /** A template with a placeholder, or a string that does not end: a value that cannot be told. */
        UNKNOWN,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }
}
