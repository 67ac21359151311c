package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A walk over the tokens of a piece of SQL, which hold no white space and no comments; stops where the piece ends. */
final class SqlCursor {
    /** DO around EXECUTE around its text is as deep as people nest. */
    private static final int DEPTH = 3;

    private final List<SqlToken> tokens;
    private final PositionReader positions;
    private final int depth;
    private final int end;
    private int position;

    SqlCursor(List<SqlToken> tokens, PositionReader positions) {
        this(tokens, 0, tokens.size(), positions, 0);
    }

    private SqlCursor(List<SqlToken> tokens, int start, int end, PositionReader positions, int depth) {
        this.tokens = tokens;
        this.position = start;
        this.end = end;
        this.positions = positions;
        this.depth = depth;
    }

    boolean atEnd() {
        return position >= end;
    }

    /** The next token; null at the end. */
    @Nullable SqlToken peek() {
        return atEnd() ? null : tokens.get(position);
    }

    /** Whether these keywords, given in upper case, come next. */
    boolean isAt(String... keywords) {
        return isAtAll(List.of(keywords));
    }

    private boolean isAtAll(List<String> keywords) {
        if (position + keywords.size() > end) {
            return false;
        }
        for (int index = 0; index < keywords.size(); index++) {
            if (!tokens.get(position + index).isWord(keywords.get(index))) {
                return false;
            }
        }
        return true;
    }

    boolean isAt(String keyword) {
        return !atEnd() && tokens.get(position).isWord(keyword);
    }

    boolean isAt(char symbol) {
        return !atEnd() && tokens.get(position).isSymbol(symbol);
    }

    /** Moves behind these keywords if they come next. */
    boolean accept(String... keywords) {
        return accept(List.of(keywords));
    }

    boolean accept(String keyword) {
        boolean there = isAt(keyword);
        if (there) {
            position++;
        }
        return there;
    }

    boolean accept(List<String> keywords) {
        boolean there = isAtAll(keywords);
        if (there) {
            position += keywords.size();
        }
        return there;
    }

    boolean accept(char symbol) {
        boolean there = isAt(symbol);
        if (there) {
            position++;
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

    /** Moves behind the next token, if there is one. */
    void advance() {
        position = Math.min(position + 1, end);
    }

    /** Moves behind an identifier, if one comes next. */
    Optional<String> identifier() {
        SqlToken token = peek();
        if (token == null || (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_IDENTIFIER)) {
            return Optional.empty();
        }
        advance();
        String name = SqlText.identifier(token);
        if (!SqlText.hasEscapes(token)) {
            return Optional.of(name);
        }
        String escape = accept("UESCAPE") ? string().orElse("") : SqlText.ESCAPE;
        return Optional.of(SqlText.unescaped(name, escape.isEmpty() ? SqlText.ESCAPE : escape));
    }

    /** Moves behind a word that is no quoted identifier, if one comes next, and tells it in upper case. */
    Optional<String> keyword() {
        SqlToken token = peek();
        if (token == null || token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        advance();
        return Optional.of(token.text().toUpperCase(Locale.ROOT));
    }

    /** Moves behind a name with or without a schema, if one comes next. */
    Optional<SqlName> name() {
        Optional<String> schema = Optional.empty();
        Optional<String> name = identifier();
        while (name.isPresent() && accept('.')) {
            schema = name;
            name = identifier();
        }
        Optional<String> qualifier = schema;
        return name.map(text -> new SqlName(qualifier, text));
    }

    /** The names between the commas of what is left. */
    List<SqlName> names() {
        return pieces(',').stream().flatMap(piece -> piece.name().stream()).toList();
    }

    /** Moves behind a string constant, if one comes next, and tells what it says. */
    Optional<String> string() {
        SqlToken token = peek();
        Optional<String> content = token == null ? Optional.empty() : SqlText.string(token);
        content.ifPresent(_ -> advance());
        return content;
    }

    /** Moves behind a string constant, if one comes next: the SQL that it holds; none where it is nested too deep. */
    Optional<SqlCursor> code() {
        SqlToken token = peek();
        if (token == null || depth >= DEPTH) {
            return Optional.empty();
        }
        Optional<SqlText.Code> code = SqlText.code(token, positions);
        code.ifPresent(_ -> advance());
        return code.map(text -> new SqlCursor(text.tokens(), 0, text.tokens().size(), text.positions(), depth + 1));
    }

    /** The pieces between the commas of the list in parentheses that comes next, which is passed over; none if none comes. */
    List<SqlCursor> listInParentheses() {
        return parentheses().map(inner -> inner.pieces(',')).orElse(List.of());
    }

    /** What stands in the parentheses that come next, which are passed over; empty if none come. */
    Optional<SqlCursor> parentheses() {
        if (!isAt('(')) {
            return Optional.empty();
        }
        int open = position;
        skipParentheses();
        boolean closed = tokens.get(position - 1).isSymbol(')');
        return Optional.of(part(open + 1, Math.max(open + 1, closed ? position - 1 : position)));
    }

    /** Moves behind the next token, or the parentheses or brackets that it opens. */
    void skip() {
        if (isAt('(') || isAt('[')) {
            skipParentheses();
        } else {
            advance();
        }
    }

    /** Moves to the next of these keywords outside of parentheses, or to the end; tells whether there is one. */
    boolean skipTo(String... keywords) {
        while (!atEnd()) {
            for (String keyword : keywords) {
                if (isAt(keyword)) {
                    return true;
                }
            }
            skip();
        }
        return false;
    }

    /** Whether these keywords follow somewhere outside of parentheses. */
    boolean holds(String... keywords) {
        int start = position;
        List<String> wanted = List.of(keywords);
        boolean found = false;
        while (!atEnd() && !found) {
            found = isAtAll(wanted);
            skip();
        }
        position = start;
        return found;
    }

    /** What is left, cut at that symbol where it stands outside of parentheses. */
    List<SqlCursor> pieces(char separator) {
        List<SqlCursor> pieces = new ArrayList<>();
        while (!atEnd()) {
            int start = position;
            while (!atEnd() && !isAt(separator)) {
                skip();
            }
            pieces.add(part(start, position));
            advance();
        }
        return pieces;
    }

    /** What comes before the position of a cursor over the same tokens: a mark to come back to. */
    int mark() {
        return position;
    }

    /** The text from a mark to here, as written. */
    String textSince(int mark) {
        if (mark >= position) {
            return "";
        }
        SqlToken first = tokens.get(mark);
        return first.script().substring(first.start(), tokens.get(position - 1).end());
    }

    /** What is left, as written. */
    String rest() {
        return atEnd()
                ? ""
                : tokens.get(position)
                        .script()
                        .substring(
                                tokens.get(position).start(),
                                tokens.get(end - 1).end());
    }

    /** The tokens from here to the end, for what only has to be looked at. */
    List<SqlToken> left() {
        return atEnd() ? List.of() : tokens.subList(position, end);
    }

    /** A cursor over what lies between two marks. */
    SqlCursor part(int from, int to) {
        return new SqlCursor(tokens, from, to, positions, depth);
    }

    /** A cursor of its own over what is left. */
    SqlCursor copy() {
        return part(position, end);
    }

    /** Where the tokens from the mark to the end of the piece are; only for a piece that is not empty. */
    Location.InFile location(int mark) {
        return positions.at(tokens.get(mark).start(), tokens.get(end - 1).end());
    }

    /** Brackets count too: the elements of ARRAY[a, b] belong together as well. */
    private void skipParentheses() {
        int depth = 0;
        do {
            depth += isAt('(') || isAt('[') ? 1 : isAt(')') || isAt(']') ? -1 : 0;
            advance();
        } while (depth > 0 && !atEnd());
    }
}
