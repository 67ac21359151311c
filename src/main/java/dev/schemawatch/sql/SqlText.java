package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What quoted tokens say. */
final class SqlText {
    /** PostgreSQL manual, 4.1.1: longer names are cut. */
    static final int NAME_BYTES = 63;

    /** What begins an escape in {@code U&"…"} where UESCAPE does not say otherwise (PostgreSQL manual, 4.1.2.3). */
    static final String ESCAPE = "\\";

    private static final int SHORT_ESCAPE = 4;
    private static final int LONG_ESCAPE = 6;

    private SqlText() {}

    /** Whether the token is an identifier in which characters may stand as their numbers: {@code U&"d\\0061t"}. */
    static boolean hasEscapes(SqlToken token) {
        return token.kind() == Kind.QUOTED_IDENTIFIER && token.script().charAt(token.start()) != '"';
    }

    /** The name with characters in place of their numbers; an escape that is none is left as it is. */
    static String unescaped(String name, String escape) {
        StringBuilder plain = new StringBuilder(name.length());
        int position = 0;
        while (position < name.length()) {
            int start = position + escape.length();
            if (!name.startsWith(escape, position)) {
                plain.append(name.charAt(position++));
            } else if (name.startsWith(escape, start)) {
                plain.append(escape);
                position = start + escape.length();
            } else {
                boolean isLong = name.startsWith("+", start);
                int from = isLong ? start + 1 : start;
                int to = Math.min(name.length(), from + (isLong ? LONG_ESCAPE : SHORT_ESCAPE));
                plain.append(character(name.substring(from, to)).orElse(name.substring(position, to)));
                position = to;
            }
        }
        return plain.toString();
    }

    private static Optional<String> character(String digits) {
        try {
            int number = HexFormat.fromHexDigits(digits);
            return Character.isValidCodePoint(number) ? Optional.of(Character.toString(number)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name that a word or a quoted identifier means, as the catalog has it. */
    static String identifier(SqlToken token) {
        return cut(written(token));
    }

    /** The same before PostgreSQL cuts it. */
    static String written(SqlToken token) {
        return token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : between(token.text(), '"');
    }

    /** Whether the token is a name that PostgreSQL cuts. */
    static boolean isCut(SqlToken token) {
        return (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER)
                && (token.end() - token.start()) * 3 > NAME_BYTES
                && !identifier(token).equals(written(token));
    }

    /** What a string constant says; escapes with a backslash are left as they are. Empty for other tokens. */
    static Optional<String> string(SqlToken token) {
        return switch (token.kind()) {
            case STRING -> Optional.of(between(token.text(), '\''));
            case DOLLAR_STRING -> Optional.of(token.script().substring(bodyStart(token), bodyEnd(token)));
            case WHITESPACE, COMMENT, WORD, QUOTED_IDENTIFIER, NUMBER, PARAMETER, SYMBOL, PSQL, COPY_DATA, UNCLOSED ->
                Optional.empty();
        };
    }

    /** The SQL in a string constant. Where quotes are doubled in it, all of it counts as being where the constant is. */
    static Optional<Code> code(SqlToken token, PositionReader positions) {
        Optional<String> content = string(token);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        return codeInPlace(token)
                .map(tokens -> new Code(tokens, positions))
                .or(() -> Optional.of(
                        new Code(SqlLexer.lex(content.get()), positions.fixed(token.start(), token.end()))));
    }

    /** All tokens of the SQL in a string constant, at their places in the script; empty where it holds that in another form. */
    static Optional<List<SqlToken>> codeInPlace(SqlToken token) {
        return string(token)
                .filter(content -> token.script().regionMatches(bodyStart(token), content, 0, content.length())
                        && content.length() == bodyEnd(token) - bodyStart(token))
                .map(_ -> SqlLexer.lex(token.script(), bodyStart(token), bodyEnd(token)));
    }

    /** The tokens of code in a string, without white space and comments, and where they are. */
    record Code(List<SqlToken> tokens, PositionReader positions) {
        Code {
            tokens = tokens.stream().filter(token -> !token.isTrivia()).toList();
        }
    }

    private static int bodyStart(SqlToken token) {
        char quote = token.kind() == Kind.DOLLAR_STRING ? '$' : '\'';
        int open = token.script().indexOf(quote, token.start()) + 1;
        return quote == '$' ? token.script().indexOf('$', open) + 1 : open;
    }

    private static int bodyEnd(SqlToken token) {
        return token.kind() == Kind.DOLLAR_STRING ? token.end() - (bodyStart(token) - token.start()) : token.end() - 1;
    }

    /** What stands between the quotes, a doubled one for itself; the pieces of a constant on several lines are joined. */
    private static String between(String quoted, char quote) {
        int open = quoted.indexOf(quote) + 1;
        int close = quoted.length() - 1;
        if (quoted.indexOf(quote, open) == close) {
            return quoted.substring(open, close);
        }
        StringBuilder content = new StringBuilder(quoted.length());
        int position = open;
        while (position < close) {
            char character = quoted.charAt(position);
            if (character == quote && quoted.charAt(position + 1) != quote) {
                position = quoted.indexOf(quote, position + 1) + 1;
                continue;
            }
            content.append(character);
            position += character == quote ? 2 : 1;
        }
        return content.toString();
    }

    /** How many bytes a character takes in UTF-8. */
    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private static String cut(String name) {
        if (name.length() * 3 <= NAME_BYTES) {
            return name;
        }
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            bytes += bytes(character);
            if (bytes > NAME_BYTES) {
                break;
            }
            end += Character.charCount(character);
        }
        return name.substring(0, end);
    }
}
