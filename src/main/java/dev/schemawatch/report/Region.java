package dev.schemawatch.report;

import dev.schemawatch.finding.Location.InFile;
import java.util.Optional;

/**
 * A span of a file in lines from 1 and columns from 1, in UTF-16 units as editors and code scanning count them.
 *
 * @param endColumn the column behind the last character
 */
record Region(int line, int column, int endLine, int endColumn) {

    /** @param text of the file; without it the columns are those of the place, in code points */
    static Region of(InFile place, Optional<String> text) {
        return text.filter(known -> place.offset() + place.length() <= known.length())
                .map(known -> of(place, known))
                .orElseGet(
                        () -> new Region(place.line(), place.column(), place.line(), place.column() + place.length()));
    }

    private static Region of(InFile place, String text) {
        int end = place.offset() + place.length();
        int line = place.line();
        for (int i = place.offset(); i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return new Region(place.line(), column(text, place.offset()), line, column(text, end));
    }

    private static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
