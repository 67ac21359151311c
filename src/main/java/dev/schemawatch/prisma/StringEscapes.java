package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.OptionalInt;

/** Undoes the escapes of a string, which are those of JSON. */
final class StringEscapes {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int UNICODE_LENGTH = 6;

    private final SyntaxProblems problems;
    private final Location.InFile place;
    private final String raw;
    private final StringBuilder plain = new StringBuilder();

    /**
     * @param place of the whole string with its quotes
     * @param raw what stands between them
     */
    StringEscapes(SyntaxProblems problems, Location.InFile place, String raw) {
        this.problems = problems;
        this.place = place;
        this.raw = raw;
    }

    String unescape() {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        int index = 0;
        while (index < raw.length()) {
            char character = raw.charAt(index);
            if (character != '\\' || index + 1 == raw.length()) {
                plain.append(character);
                index++;
            } else if (raw.charAt(index + 1) == 'u') {
                index = unicode(index);
            } else {
                index = simple(index);
            }
        }
        return plain.toString();
    }

    private int simple(int index) {
        char escape = raw.charAt(index + 1);
        int end = raw.offsetByCodePoints(index, 2);
        switch (escape) {
            case '"', '\\', '/' -> plain.append(escape);
            case 'b' -> plain.append('\b');
            case 'f' -> plain.append('\f');
            case 'n' -> plain.append('\n');
            case 'r' -> plain.append('\r');
            case 't' -> plain.append('\t');
            default -> {
                problems.at(
                        span(index, end),
                        "the escape " + raw.substring(index, end) + " is not known; write \\\\ for a backslash");
                plain.append(raw, index + 1, end);
            }
        }
        return end;
    }

    /** Half a surrogate pair is no character: it could not be written to a database, or to a report. */
    private int unicode(int index) {
        OptionalInt first = codeUnit(index);
        int end = Math.min(raw.length(), index + UNICODE_LENGTH);
        if (first.isEmpty()) {
            return wrong(index, index + 2 + hexDigits(index), "\\u must be followed by four hexadecimal digits");
        }
        char high = (char) first.getAsInt();
        if (!Character.isSurrogate(high)) {
            plain.append(high);
            return end;
        }
        OptionalInt second = codeUnit(end);
        if (second.isEmpty()) {
            return wrong(index, end, "\\u names half of a surrogate pair; write both halves");
        }
        char low = (char) second.getAsInt();
        if (!Character.isSurrogatePair(high, low)) {
            return wrong(index, end + UNICODE_LENGTH, "\\u names two halves that are no surrogate pair");
        }
        plain.append(high).append(low);
        return end + UNICODE_LENGTH;
    }

    private int wrong(int from, int to, String message) {
        problems.at(span(from, to), message);
        plain.append(REPLACEMENT);
        return to;
    }

    private OptionalInt codeUnit(int index) {
        return raw.startsWith("\\u", index) && hexDigits(index) == 4
                ? OptionalInt.of(Integer.parseInt(raw.substring(index + 2, index + UNICODE_LENGTH), 16))
                : OptionalInt.empty();
    }

    /** How many of the four digits of an escape are there. */
    private int hexDigits(int index) {
        int digits = 0;
        while (digits < 4
                && index + 2 + digits < raw.length()
                && raw.charAt(index + 2 + digits) < 128
                && Character.digit(raw.charAt(index + 2 + digits), 16) >= 0) {
            digits++;
        }
        return digits;
    }

    /** A part of the string, which never reaches across a line's end. */
    private Location.InFile span(int from, int to) {
        return new Location.InFile(
                place.path(),
                place.line(),
                place.column() + 1 + raw.codePointCount(0, from),
                place.offset() + 1 + from,
                to - from);
    }
}
