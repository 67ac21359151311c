package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;

/**
 * A token of JavaScript or TypeScript.
 *
 * @param text the word or sign itself; for a string its value. A template with placeholders is several tokens, from sign
 *     {@code `} to sign {@code `}: its texts, and each placeholder between the signs {@code $&#123;} and {@code $&#125;}
 */
record JavaScriptToken(Kind kind, String text, Location.InFile location) {

    /** As many kinds as reading a configuration needs. */
    enum Kind {
        WORD,
        TEXT,
        SIGN,
        /** A string that does not end, or has an escape that is not read: a value that cannot be told. */
        UNKNOWN,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }
}
