package dev.schemawatch.sql;

import java.util.Objects;

/**
 * A piece of a script. The texts of all tokens, one after the other, are the script.
 *
 * @param script that the token is a piece of; not copied
 * @param start index of its first {@code char} in the script
 * @param end index behind its last
 */
public record SqlToken(Kind kind, String script, int start, int end) {
    public SqlToken {
        Objects.requireNonNull(kind);
        Objects.checkFromToIndex(start, end, script.length());
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
        /** A constant in single quotes, of any kind, with the lines that continue it. */
        STRING,
        /** A constant between dollar quotes: most often the body of a function or of DO. */
        DOLLAR_STRING,
        NUMBER,
        /** {@code $1}. */
        PARAMETER,
        /** One character of punctuation, or an operator. */
        SYMBOL,
        /** A backslash and what follows it on its line: a command to psql, the terminal. */
        PSQL,
        /** The lines between {@code COPY … FROM stdin;} and {@code \.}: rows, no SQL. */
        COPY_DATA,
        /** A comment, string or quoted identifier that nothing closes: it reaches to the end. */
        UNCLOSED
    }

    /** As written. */
    public String text() {
        return script.substring(start, end);
    }

    /** Whether the token means nothing to PostgreSQL. */
    public boolean isTrivia() {
        return kind == Kind.WHITESPACE || kind == Kind.COMMENT;
    }

    /** Whether it is that keyword, given in upper case. */
    public boolean isWord(String keyword) {
        return kind == Kind.WORD
                && end - start == keyword.length()
                && script.regionMatches(true, start, keyword, 0, keyword.length());
    }

    /** Whether it is that character of punctuation, or the operator of that one character. */
    public boolean isSymbol(char character) {
        return kind == Kind.SYMBOL && end - start == 1 && script.charAt(start) == character;
    }
}
