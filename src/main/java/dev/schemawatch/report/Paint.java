package dev.schemawatch.report;

import dev.schemawatch.finding.Severity;
import java.util.regex.Pattern;

/** Colours of the 16-colour palette, or none. Colour never says anything that the words do not say. */
public enum Paint {
    PLAIN,
    COLOURS;

    private static final Pattern SGR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** A report without its colours, for a file. Nothing else in a report begins like a colour: names hold no escape. */
    public static String withoutColours(String report) {
        return SGR.matcher(report).replaceAll("");
    }

    /** A word in the colour of that severity. */
    String severity(Severity severity, String word) {
        return switch (severity) {
            case ERROR -> sgr("31", word);
            case WARNING -> sgr("33", word);
            case INFO -> sgr("36", word);
        };
    }

    /** A heading. */
    String strong(String word) {
        return sgr("1", word);
    }

    /** Something that went well. */
    String good(String word) {
        return sgr("32", word);
    }

    /** Something beside the point. */
    String faint(String word) {
        return sgr("2", word);
    }

    private String sgr(String parameters, String word) {
        return switch (this) {
            case PLAIN -> word;
            case COLOURS -> "\u001B[" + parameters + "m" + word + "\u001B[0m";
        };
    }
}
