package dev.schemawatch.migration;

import java.util.Objects;

/**
 * A piece of SQL text.
 *
 * @param text as written; the texts of all tokens, one after the other, are the script
 */
public record SqlToken(Kind kind, String text) {
    public SqlToken {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }

    /** The kinds of tokens that matter to us. */
    public enum Kind {
        WHITESPACE,
        /** {@code --} to the end of the line, or a nested block comment. */
        COMMENT,
        /** A keyword or an unquoted identifier. */
        WORD,
        /** An identifier in double quotes. */
        QUOTED_IDENTIFIER,
        /** A constant in single quotes, of any kind. */
        STRING,
        /** A constant between dollar quotes: most often the body of a function or of DO. */
        DOLLAR_STRING,
        NUMBER,
        /** One character of punctuation. */
        SYMBOL
    }

    /** Whether the token means nothing to PostgreSQL. */
    public boolean isTrivia() {
        return kind == Kind.WHITESPACE || kind == Kind.COMMENT;
    }

    /** Whether it is that keyword, given in upper case. */
    public boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is that character of punctuation. */
    public boolean isSymbol(char character) {
        return kind == Kind.SYMBOL && text.charAt(0) == character;
    }
}
