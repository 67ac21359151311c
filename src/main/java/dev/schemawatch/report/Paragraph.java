package dev.schemawatch.report;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines of a limited width. */
public final class Paragraph {
    private Paragraph() {}

    /** The text cut between words; a word that is longer than a line has a line to itself. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
