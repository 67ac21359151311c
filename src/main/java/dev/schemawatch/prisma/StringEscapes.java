package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;

/** Undoes the escapes of a string, which are those of JSON. */
final class StringEscapes {
    private static final char REPLACEMENT = '\uFFFD';

    private final SyntaxProblems problems;
    private final Location.InFile place;

    /** @param place of the whole string, where a wrong escape is reported */
    StringEscapes(SyntaxProblems problems, Location.InFile place) {
        this.problems = problems;
        this.place = place;
    }

    String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        int index = 0;
        while (index < raw.length()) {
            char character = raw.charAt(index);
            if (character != '\\' || index + 1 == raw.length()) {
                plain.append(character);
                index++;
            } else if (raw.charAt(index + 1) == 'u') {
                plain.append(unicode(raw, index + 2));
                index = Math.min(raw.length(), index + 6);
            } else {
                plain.append(simple(raw.charAt(index + 1)));
                index += 2;
            }
        }
        return checked(plain.toString());
    }

    private char simple(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> {
                problems.at(place, "the escape \\" + escape + " is not known; write \\\\ for a backslash");
                yield escape;
            }
        };
    }

    private char unicode(String raw, int from) {
        if (from + 4 > raw.length()) {
            return wrongUnicode();
        }
        int value = 0;
        for (int index = from; index < from + 4; index++) {
            int digit = raw.charAt(index) < 128 ? Character.digit(raw.charAt(index), 16) : -1;
            if (digit < 0) {
                return wrongUnicode();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private char wrongUnicode() {
        problems.at(place, "\\u must be followed by four hexadecimal digits");
        return REPLACEMENT;
    }

    /** Half a surrogate pair is no character: it could not be written to a database, or to a report. */
    private String checked(String plain) {
        boolean halfPair = plain.codePoints()
                .anyMatch(codePoint -> codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        if (!halfPair) {
            return plain;
        }
        problems.at(place, "\\u names half of a surrogate pair; write both halves");
        StringBuilder whole = new StringBuilder(plain.length());
        plain.codePoints()
                .map(codePoint -> codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                        ? REPLACEMENT
                        : codePoint)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
