package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens by PostgreSQL's lexical rules (PostgreSQL manual, 4.1 "Lexical Structure"). It loses no character, takes
 * time in proportion to the text and never fails: what is not closed reaches to the end.
 */
final class SqlLexer {
    private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";

    /** An operator ends in + or - only if it holds one of these: so {@code a=-1} is three tokens. */
    private static final String MAKE_SIGNS_STICK = "~!@#^&|`?%";

    private final String sql;
    private final int end;
    private final ModeReader modes = new ModeReader();
    private int position;

    /** The first end of rows at or behind the last place where one was looked for. */
    private int nextCopyEnd = -1;

    private SqlLexer(String script, int start, int end) {
        this.sql = script;
        this.position = start;
        this.end = end;
    }

    /** The tokens of a script. */
    static List<SqlToken> lex(String script) {
        return lex(script, 0, script.length());
    }

    /** The tokens of a part of a script: of the body of a DO block, for one. */
    static List<SqlToken> lex(String script, int start, int end) {
        return new SqlLexer(script, start, end).run();
    }

    /** Whether anything but white space, comments and semicolons is in a script; it is read no further than that. */
    static boolean isAnythingIn(String script) {
        SqlLexer lexer = new SqlLexer(script, 0, script.length());
        while (lexer.position < lexer.end) {
            SqlToken token = lexer.token();
            if (!token.isTrivia() && !token.isSymbol(';')) {
                return true;
            }
        }
        return false;
    }

    private List<SqlToken> run() {
        List<SqlToken> tokens = new ArrayList<>((end - position) / 5 + 8);
        while (position < end) {
            tokens.add(token());
        }
        return tokens;
    }

    private SqlToken token() {
        int start = position;
        Kind kind = modes.copiesFromClient() && skipCopyData() ? Kind.COPY_DATA : next();
        SqlToken token = new SqlToken(kind, sql, start, position);
        modes.see(token);
        return token;
    }

    /** Moves behind the next token. */
    private Kind next() {
        char first = sql.charAt(position);
        if (isSpace(first)) {
            skipSpace();
            return Kind.WHITESPACE;
        }
        if (isWordStart(first)) {
            return wordOrPrefixedQuote(first);
        }
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            skipNumber();
            return Kind.NUMBER;
        }
        return switch (first) {
            case '\'' -> string(modes.backslashesEscape());
            case '"' -> quotedIdentifier();
            case '$' -> dollar();
            case '\\' -> psql();
            case '-' -> peek(1) == '-' ? lineComment() : operator();
            case '/' -> peek(1) == '*' ? blockComment() : operator();
            default -> OPERATOR_CHARACTERS.indexOf(first) >= 0 ? operator() : symbol();
        };
    }

    private Kind wordOrPrefixedQuote(char first) {
        if ((first == 'U' || first == 'u') && peek(1) == '&') {
            if (peek(2) == '"') {
                position += 2;
                return quotedIdentifier();
            }
            if (peek(2) == '\'') {
                position += 2;
                return string(false);
            }
        }
        if (peek(1) == '\'' && "EeBbXxNn".indexOf(first) >= 0) {
            position++;
            return string(first == 'E' || first == 'e' || ("Nn".indexOf(first) >= 0 && modes.backslashesEscape()));
        }
        while (position < end && isWordPart(sql.charAt(position))) {
            position++;
        }
        return Kind.WORD;
    }

    private void skipNumber() {
        while (position < end && (isDigit(sql.charAt(position)) || isWordStart(sql.charAt(position)))) {
            boolean exponent =
                    "eE".indexOf(sql.charAt(position)) >= 0 && "+-".indexOf(peek(1)) >= 0 && isDigit(peek(2));
            position += exponent ? 2 : 1;
            boolean fraction = peek(0) == '.' && peek(1) != '.';
            if (fraction) {
                position++;
            }
        }
        if (peek(0) == '.' && isDigit(peek(1))) {
            position++;
            skipNumber();
        }
    }

    /** A constant, with those that continue it: two with nothing but white space and a line's end between are one. */
    private Kind string(boolean backslashesEscape) {
        boolean closed = skipQuoted('\'', backslashesEscape);
        for (int next = continuation(); closed && next >= 0; next = continuation()) {
            position = next;
            closed = skipQuoted('\'', backslashesEscape);
        }
        return closed ? Kind.STRING : Kind.UNCLOSED;
    }

    /** Where the quote is that continues the constant that ends here; negative if there is none. */
    private int continuation() {
        boolean newLine = false;
        int next = position;
        while (next < end) {
            char character = sql.charAt(next);
            if (!isSpace(character)) {
                return newLine && character == '\'' ? next : -1;
            }
            newLine |= isLineEnd(character);
            next++;
        }
        return -1;
    }

    private Kind quotedIdentifier() {
        return skipQuoted('"', false) ? Kind.QUOTED_IDENTIFIER : Kind.UNCLOSED;
    }

    /** A doubled quote stands for itself; so does any character after a backslash, where backslashes escape. */
    private boolean skipQuoted(char quote, boolean backslashesEscape) {
        position++;
        while (position < end) {
            char character = sql.charAt(position);
            if (character == quote && peek(1) != quote) {
                position++;
                return true;
            }
            boolean pair = character == quote || (backslashesEscape && character == '\\');
            position = Math.min(end, position + (pair ? 2 : 1));
        }
        return false;
    }

    /** A dollar-quoted constant, a parameter, or a lone dollar sign. */
    private Kind dollar() {
        if (isDigit(peek(1))) {
            position++;
            while (position < end && isDigit(sql.charAt(position))) {
                position++;
            }
            return Kind.PARAMETER;
        }
        int tagEnd = position + 1;
        while (tagEnd < end && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (tagEnd >= end || sql.charAt(tagEnd) != '$') {
            return symbol();
        }
        String tag = sql.substring(position, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1, end);
        position = close < 0 ? end : close + tag.length();
        return close < 0 ? Kind.UNCLOSED : Kind.DOLLAR_STRING;
    }

    private Kind lineComment() {
        position = endOfLine(position);
        return Kind.COMMENT;
    }

    /** Block comments nest in PostgreSQL, unlike in the SQL standard's older editions. */
    private Kind blockComment() {
        int depth = 0;
        while (position < end) {
            if (sql.charAt(position) == '/' && peek(1) == '*') {
                depth++;
                position += 2;
            } else if (sql.charAt(position) == '*' && peek(1) == '/') {
                depth--;
                position += 2;
                if (depth == 0) {
                    return Kind.COMMENT;
                }
            } else {
                position++;
            }
        }
        return Kind.UNCLOSED;
    }

    private Kind operator() {
        int start = position;
        boolean signsStick = false;
        while (position < end && OPERATOR_CHARACTERS.indexOf(sql.charAt(position)) >= 0 && !isCommentStart()) {
            signsStick |= MAKE_SIGNS_STICK.indexOf(sql.charAt(position)) >= 0;
            position++;
        }
        while (!signsStick && position > start + 1 && "+-".indexOf(sql.charAt(position - 1)) >= 0) {
            position--;
        }
        return Kind.SYMBOL;
    }

    private boolean isCommentStart() {
        char first = sql.charAt(position);
        return (first == '-' && peek(1) == '-') || (first == '/' && peek(1) == '*');
    }

    private Kind symbol() {
        position++;
        return Kind.SYMBOL;
    }

    private Kind psql() {
        position = endOfLine(position);
        return Kind.PSQL;
    }

    /** Moves behind the line {@code \.} that ends the rows; false if there is none, and so no rows. */
    private boolean skipCopyData() {
        int mark = nextCopyEnd > position ? nextCopyEnd : findCopyEnd();
        nextCopyEnd = mark;
        if (mark < end) {
            position = mark + "\n\\.".length();
        }
        return mark < end;
    }

    private int findCopyEnd() {
        int mark = sql.indexOf("\n\\.", position, end);
        while (mark >= 0 && mark + 3 < end && !isLineEnd(sql.charAt(mark + 3))) {
            mark = sql.indexOf("\n\\.", mark + 1, end);
        }
        return mark < 0 ? end : mark;
    }

    private void skipSpace() {
        while (position < end && isSpace(sql.charAt(position))) {
            position++;
        }
    }

    private int endOfLine(int from) {
        int next = from;
        while (next < end && !isLineEnd(sql.charAt(next))) {
            next++;
        }
        return next;
    }

    /** The character that many places ahead, or NUL behind the end. */
    private char peek(int ahead) {
        int index = position + ahead;
        return index < end ? sql.charAt(index) : '\0';
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** No other white space of Unicode: PostgreSQL takes it for letters. */
    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
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
}
