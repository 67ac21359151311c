package dev.schemawatch.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A walk over the tokens of a piece of SQL that passes over white space and comments, and stops where the piece ends. */
final class SqlCursor {
    /** PostgreSQL manual, 4.1.1: longer names are cut. */
    private static final int NAME_BYTES = 63;

    private final List<SqlToken> tokens;
    private int position;

    private SqlCursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    static SqlCursor of(String sql) {
        return new SqlCursor(
                SqlLexer.lex(sql).stream().filter(token -> !token.isTrivia()).toList());
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    /** Whether these keywords, given in upper case, come next. */
    boolean isAt(String... keywords) {
        if (position + keywords.length > tokens.size()) {
            return false;
        }
        for (int index = 0; index < keywords.length; index++) {
            if (!tokens.get(position + index).isWord(keywords[index])) {
                return false;
            }
        }
        return true;
    }

    boolean isAt(char symbol) {
        return !atEnd() && tokens.get(position).isSymbol(symbol);
    }

    /** Moves behind these keywords if they come next. */
    boolean accept(String... keywords) {
        boolean there = isAt(keywords);
        if (there) {
            position += keywords.length;
        }
        return there;
    }

    /** Moves behind whichever of these keywords comes next. */
    boolean acceptAny(String... keywords) {
        for (String keyword : keywords) {
            if (accept(keyword)) {
                return true;
            }
        }
        return false;
    }

    void advance() {
        position++;
    }

    /** Moves behind an identifier, if one comes next. */
    Optional<String> identifier() {
        if (atEnd()) {
            return Optional.empty();
        }
        SqlToken token = tokens.get(position);
        Optional<String> identifier = switch (token.kind()) {
            case WORD -> Optional.of(cut(token.text().toLowerCase(Locale.ROOT)));
            case QUOTED_IDENTIFIER -> Optional.of(cut(between(token.text(), '"')));
            case WHITESPACE, COMMENT, STRING, DOLLAR_STRING, NUMBER, SYMBOL -> Optional.empty();
        };
        identifier.ifPresent(_ -> advance());
        return identifier;
    }

    /** Moves behind a name with or without a schema, if one comes next. */
    Optional<SqlName> name() {
        Optional<String> schema = Optional.empty();
        Optional<String> name = identifier();
        while (name.isPresent() && isAt('.')) {
            advance();
            schema = name;
            name = identifier();
        }
        Optional<String> qualifier = schema;
        return name.map(text -> new SqlName(qualifier, text));
    }

    /** Moves behind a string constant, if one comes next, and tells what it says. */
    Optional<String> string() {
        if (atEnd()) {
            return Optional.empty();
        }
        SqlToken token = tokens.get(position);
        Optional<String> content = switch (token.kind()) {
            case STRING -> Optional.of(between(token.text(), '\''));
            case DOLLAR_STRING -> Optional.of(betweenDollars(token.text()));
            case WHITESPACE, COMMENT, WORD, QUOTED_IDENTIFIER, NUMBER, SYMBOL -> Optional.empty();
        };
        content.ifPresent(_ -> advance());
        return content;
    }

    /** The pieces between the commas of the list in parentheses that comes next, which is passed over; none if none comes. */
    List<SqlCursor> listInParentheses() {
        if (!isAt('(')) {
            return List.of();
        }
        int open = position;
        skipParentheses();
        boolean closed = tokens.get(position - 1).isSymbol(')');
        return new SqlCursor(tokens.subList(open + 1, Math.max(open + 1, closed ? position - 1 : position)))
                .pieces(',');
    }

    /** Moves behind the next token, or the parentheses that it opens. */
    void skip() {
        if (isAt('(')) {
            skipParentheses();
        } else {
            advance();
        }
    }

    /** What is left, cut at that symbol where it stands outside of parentheses. */
    List<SqlCursor> pieces(char separator) {
        List<SqlCursor> pieces = new ArrayList<>();
        while (!atEnd()) {
            int start = position;
            while (!atEnd() && !isAt(separator)) {
                skip();
            }
            pieces.add(new SqlCursor(tokens.subList(start, position)));
            advance();
        }
        return pieces;
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            depth += isAt('(') ? 1 : isAt(')') ? -1 : 0;
            advance();
        } while (depth > 0 && !atEnd());
    }

    /** What stands between the quotes, a doubled one for itself; escapes with a backslash are left as they are. */
    private static String between(String quoted, char quote) {
        int open = quoted.indexOf(quote) + 1;
        int close = quoted.length() > open && quoted.charAt(quoted.length() - 1) == quote
                ? quoted.length() - 1
                : quoted.length();
        return quoted.substring(open, close).replace("" + quote + quote, String.valueOf(quote));
    }

    private static String betweenDollars(String quoted) {
        int open = quoted.indexOf('$', 1) + 1;
        boolean closed = quoted.length() >= 2 * open && quoted.endsWith(quoted.substring(0, open));
        return quoted.substring(open, closed ? quoted.length() - open : quoted.length());
    }

    private static String cut(String name) {
        if (name.length() * 3 <= NAME_BYTES) {
            return name;
        }
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            String character = Character.toString(name.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > NAME_BYTES) {
                break;
            }
            end += character.length();
        }
        return name.substring(0, end);
    }
}
