package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.Optional;

/**
 * Reads the lexemes of a schema file on demand: what a character means depends on where it stands ({@code -} is part of a
 * name, or the sign of a number), so the parser asks for what the grammar allows next. Lines end with LF, CRLF or CR, as in
 * Prisma's own grammar; nothing but a block comment reaches across a line's end.
 */
final class PrismaLexer {
    private static final int END = -1;

    private final String path;
    private final String text;
    private Mark position = new Mark(0, 1, 1);

    PrismaLexer(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * A place to return to, or to measure a span from.
     *
     * @param line from 1
     * @param column in code points, from 1
     */
    record Mark(int offset, int line, int column) {}

    Mark mark() {
        return position;
    }

    void reset(Mark earlier) {
        position = earlier;
    }

    /** The span from an earlier place to here. */
    Location.InFile since(Mark start) {
        return new Location.InFile(
                path, start.line(), start.column(), start.offset(), position.offset() - start.offset());
    }

    /** The text between an earlier place and here. */
    String textSince(Mark start) {
        return text.substring(start.offset(), position.offset());
    }

    boolean atEnd() {
        return position.offset() == text.length();
    }

    boolean atLineEnd() {
        int next = peek();
        return next == END || next == '\n' || next == '\r';
    }

    /** Whether exactly these characters come next. */
    boolean at(String expected) {
        return text.startsWith(expected, position.offset());
    }

    /** Whether the next characters start a name. */
    boolean atWord() {
        return isWordStart(peek());
    }

    boolean atDigit() {
        int next = peek();
        return next >= '0' && next <= '9';
    }

    /** Takes these characters, none of them a line's end, if they come next. */
    boolean accept(String expected) {
        if (!at(expected)) {
            return false;
        }
        int length = expected.length();
        position = new Mark(position.offset() + length, position.line(), position.column() + length);
        return true;
    }

    void skipSpaces() {
        int offset = position.offset();
        while (offset < text.length() && isSpace(text.charAt(offset))) {
            offset++;
        }
        advanceOnLine(offset);
    }

    /** Takes the next character of the line, whatever it is; at a line's end there is none. */
    void oneCharacter() {
        if (!atLineEnd()) {
            advanceOnLine(position.offset() + Character.charCount(peek()));
        }
    }

    /** Takes what is left of the line, but not its end. */
    void restOfLine() {
        restOfLineUpTo(text.length());
    }

    /** Takes the line's end, if it comes next; the end of the file is none. */
    boolean acceptLineEnd() {
        if (atEnd() || !atLineEnd()) {
            return false;
        }
        int length = at("\r\n") ? 2 : 1;
        position = new Mark(position.offset() + length, position.line() + 1, 1);
        return true;
    }

    /** Takes a block comment, over several lines if need be; one that is never closed is none. */
    boolean acceptBlockComment() {
        if (!at("/*")) {
            return false;
        }
        int close = text.indexOf("*/", position.offset() + 2);
        if (close < 0) {
            return false;
        }
        while (position.offset() < close) {
            restOfLineUpTo(close);
            if (position.offset() < close) {
                acceptLineEnd();
            }
        }
        return accept("*/");
    }

    /** A name: letters, digits, {@code _} and {@code -}, the first one a letter or a digit. */
    Optional<String> word() {
        if (!atWord()) {
            return Optional.empty();
        }
        Mark start = position;
        int offset = position.offset();
        while (offset < text.length() && isWordPart(text.codePointAt(offset))) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        advanceOnLine(offset);
        return Optional.of(textSince(start));
    }

    /** Names joined with dots; a dot may come last. */
    Optional<String> dottedName() {
        Mark start = position;
        if (word().isEmpty()) {
            return Optional.empty();
        }
        while (accept(".")) {
            word();
        }
        return Optional.of(textSince(start));
    }

    /** A number: an optional minus, digits, an optional fraction. */
    Optional<String> number() {
        Mark start = position;
        accept("-");
        if (!digits()) {
            reset(start);
            return Optional.empty();
        }
        Mark beforeFraction = position;
        if (accept(".") && !digits()) {
            reset(beforeFraction);
        }
        return Optional.of(textSince(start));
    }

    /** The characters of a string between its quotes, escapes untouched; empty when it is not closed on its line. */
    Optional<String> quoted() {
        Mark start = position;
        if (!accept("\"")) {
            return Optional.empty();
        }
        int offset = position.offset();
        while (offset < text.length() && text.charAt(offset) >= ' ' && text.charAt(offset) != '"') {
            boolean escape =
                    text.charAt(offset) == '\\' && offset + 1 < text.length() && text.charAt(offset + 1) >= ' ';
            offset += escape ? 2 : 1;
        }
        advanceOnLine(Math.min(offset, text.length()));
        if (!accept("\"")) {
            return Optional.empty();
        }
        return Optional.of(text.substring(start.offset() + 1, position.offset() - 1));
    }

    private boolean digits() {
        int offset = position.offset();
        while (offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9') {
            offset++;
        }
        boolean any = offset > position.offset();
        advanceOnLine(offset);
        return any;
    }

    private void restOfLineUpTo(int limit) {
        int offset = position.offset();
        while (offset < limit && text.charAt(offset) != '\n' && text.charAt(offset) != '\r') {
            offset++;
        }
        advanceOnLine(offset);
    }

    private void advanceOnLine(int offset) {
        if (offset > position.offset()) {
            int columns = text.codePointCount(position.offset(), offset);
            position = new Mark(offset, position.line(), position.column() + columns);
        }
    }

    /** The next character, or -1 at the end. */
    int peek() {
        return atEnd() ? END : text.codePointAt(position.offset());
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    private static boolean isWordStart(int codePoint) {
        return codePoint != END && Character.isLetterOrDigit(codePoint);
    }

    private static boolean isWordPart(int codePoint) {
        return codePoint == '_' || codePoint == '-' || Character.isLetterOrDigit(codePoint);
    }
}
