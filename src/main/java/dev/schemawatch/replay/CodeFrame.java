package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.SqlSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A place in a script with the lines around it.
 *
 * @param lines in order, with stars in place of secrets; those that are too long are cut
 * @param column of the place in its line as shown, in code points from 1; 0 when the whole file is meant
 */
public record CodeFrame(List<Line> lines, int column) {
    private static final int AROUND = 2;
    private static final int WIDEST = 110;
    private static final String CUT = "…";

    public CodeFrame {
        lines = List.copyOf(lines);
    }

    /** The frame around a place; without lines when the whole file is meant. */
    public static CodeFrame of(String script, Location.InFile place) {
        return place.line() == 0
                ? new CodeFrame(List.of(), 0)
                : around(SqlSecrets.of(script).hide(), place);
    }

    private static CodeFrame around(String script, Location.InFile place) {
        int shift = Math.max(0, place.column() - WIDEST / 2);
        List<Line> lines = new ArrayList<>();
        int first = Math.max(1, place.line() - AROUND);
        int from = start(script, place, first);
        for (int number = first; number <= place.line() + AROUND && isLine(script, place, number, from); number++) {
            int end = script.indexOf('\n', from);
            int to = end < 0 ? script.length() : end;
            String text = script.substring(from, to).stripTrailing();
            lines.add(new Line(number, cut(text, number == place.line() ? shift : 0), number == place.line()));
            from = end < 0 ? script.length() + 1 : end + 1;
        }
        return new CodeFrame(lines, shift == 0 ? place.column() : place.column() - shift + CUT.length());
    }

    /** What follows the last line feed of a script is no line, unless the place is there. */
    private static boolean isLine(String script, Location.InFile place, int number, int from) {
        return from < script.length() || (from == script.length() && number <= place.line());
    }

    /** Where that line begins, walking back from the place. */
    private static int start(String script, Location.InFile place, int line) {
        int at = script.lastIndexOf('\n', place.offset() - 1) + 1;
        for (int number = place.line(); number > line; number--) {
            at = script.lastIndexOf('\n', at - 2) + 1;
        }
        return at;
    }

    private static String cut(String text, int shift) {
        int length = text.codePointCount(0, text.length());
        int from = Math.min(shift, length);
        int to = Math.min(length, from + WIDEST);
        return (from > 0 ? CUT : "")
                + text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to))
                + (to < length ? CUT : "");
    }

    /**
     * @param number from 1
     * @param meant whether the place is in it
     */
    public record Line(int number, String text, boolean meant) {
        public Line {
            Objects.requireNonNull(text);
        }
    }
}
