package dev.schemawatch.migration;

import dev.schemawatch.migration.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens by PostgreSQL's lexical rules (PostgreSQL manual, 4.1 "Lexical Structure", with
 * standard_conforming_strings on). It loses no character, takes time in proportion to the text and never fails: what is
 * not closed reaches to the end.
 */
final class SqlLexer {
    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    /** The tokens of a script. */
    static List<SqlToken> lex(String sql) {
        return new SqlLexer(sql).run();
    }

    private List<SqlToken> run() {
        while (position < sql.length()) {
            int start = position;
            Kind kind = next();
            tokens.add(new SqlToken(kind, sql.substring(start, position)));
        }
        return tokens;
    }

    /** Moves behind the next token. */
    private Kind next() {
        char first = sql.charAt(position);
        if (Character.isWhitespace(first)) {
            skipWhile(position, Character::isWhitespace);
            return Kind.WHITESPACE;
        }
        if (sql.startsWith("--", position)) {
            skipWhile(position, character -> character != '\n' && character != '\r');
            return Kind.COMMENT;
        }
        if (sql.startsWith("/*", position)) {
            skipBlockComment();
            return Kind.COMMENT;
        }
        if (first == '\'') {
            skipQuoted('\'', false);
            return Kind.STRING;
        }
        if (first == '"') {
            skipQuoted('"', false);
            return Kind.QUOTED_IDENTIFIER;
        }
        if (first == '$') {
            return dollar();
        }
        if (isWordStart(first)) {
            return wordOrPrefixedQuote(first);
        }
        if (isDigit(first)) {
            skipWhile(position, character -> isWordPart(character) || character == '.');
            return Kind.NUMBER;
        }
        position++;
        return Kind.SYMBOL;
    }

    private Kind wordOrPrefixedQuote(char first) {
        boolean unicode = (first == 'U' || first == 'u') && peek(1) == '&';
        if (unicode && peek(2) == '"') {
            position += 2;
            skipQuoted('"', false);
            return Kind.QUOTED_IDENTIFIER;
        }
        if (unicode && peek(2) == '\'') {
            position += 2;
            skipQuoted('\'', false);
            return Kind.STRING;
        }
        if (peek(1) == '\'' && "EeBbXxNn".indexOf(first) >= 0) {
            position++;
            skipQuoted('\'', first == 'E' || first == 'e');
            return Kind.STRING;
        }
        skipWhile(position, SqlLexer::isWordPart);
        return Kind.WORD;
    }

    /** A dollar-quoted constant, a parameter such as {@code $1}, or a lone dollar sign. */
    private Kind dollar() {
        int tagEnd = position + 1;
        if (tagEnd < sql.length() && !isDigit(sql.charAt(tagEnd))) {
            while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
                tagEnd++;
            }
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            position++;
            return Kind.SYMBOL;
        }
        String tag = sql.substring(position, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        position = close < 0 ? sql.length() : close + tag.length();
        return Kind.DOLLAR_STRING;
    }

    /** Block comments nest in PostgreSQL, unlike in the SQL standard's older editions. */
    private void skipBlockComment() {
        int depth = 0;
        while (position < sql.length()) {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                position++;
            }
        }
    }

    /** A doubled quote stands for itself; so does any character after a backslash, where backslashes escape. */
    private void skipQuoted(char quote, boolean backslashEscapes) {
        position++;
        while (position < sql.length()) {
            char character = sql.charAt(position);
            if (character == quote && peek(1) != quote) {
                position++;
                return;
            }
            boolean pair = character == quote || (backslashEscapes && character == '\\');
            position = Math.min(sql.length(), position + (pair ? 2 : 1));
        }
    }

    private void skipWhile(int from, CharacterTest test) {
        int end = from;
        while (end < sql.length() && test.accepts(sql.charAt(end))) {
            end++;
        }
        position = end;
    }

    /** The character that many places ahead, or NUL behind the end. */
    private char peek(int ahead) {
        int index = position + ahead;
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private static boolean isWordStart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= 0x80;
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '$';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    @FunctionalInterface
    private interface CharacterTest {
        boolean accepts(char character);
    }
}
