package dev.schemawatch.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our lines in a file of somebody else's, between two comments that begin with {@code #}. Taking them out again leaves every
 * byte as it was, so texts are to be decoded such that each byte comes back (ISO 8859-1).
 */
final class MarkedBlock {
    private static final String BEGIN = "# schemawatch: begin, made by schemawatch hook install";
    private static final String NEW_FILE = ", with this file";
    private static final String END = "# schemawatch: end";
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^[ ]*" + BEGIN + "(" + NEW_FILE + ")?\\r?$.*?^[ ]*" + END + "\\r?$(\\n?)");

    private MarkedBlock() {}

    /** Whether the text holds a block. */
    static boolean isIn(String text) {
        return BLOCK.matcher(text).find();
    }

    /** A file that holds nothing but a block, below some lines that such a file needs. */
    static String file(List<String> header, List<String> lines) {
        return String.join("\n", marked(lines, 0, BEGIN + NEW_FILE, header)) + "\n";
    }

    /**
     * The text with the block in it: where it was already, else before a line.
     *
     * @param lineNumber from 0; the number of lines for the end
     * @param indentation spaces before the comments; the lines bring their own
     * @param lineEnd what ends each of our lines
     */
    static String put(String text, int lineNumber, int indentation, List<String> lines, String lineEnd) {
        Matcher there = BLOCK.matcher(text);
        if (there.find()) {
            String begin = there.group(1) == null ? BEGIN : BEGIN + NEW_FILE;
            String block = String.join(lineEnd, marked(lines, indentation, begin, List.of()));
            boolean last = there.group(2).isEmpty();
            return text.substring(0, there.start()) + block + (last ? "" : lineEnd) + text.substring(there.end());
        }
        String block = String.join(lineEnd, marked(lines, indentation, BEGIN, List.of()));
        int offset = offset(text, lineNumber);
        // A last line without an end stays one: it is given its end before the block, and the block goes without.
        return offset == text.length() && !text.isEmpty() && !text.endsWith("\n")
                ? text + lineEnd + block
                : text.substring(0, offset) + block + lineEnd + text.substring(offset);
    }

    /** The text without the block; nothing where the file was made for it. */
    static Optional<String> remove(String text) {
        Matcher there = BLOCK.matcher(text);
        if (!there.find()) {
            return Optional.of(text);
        }
        String before = text.substring(0, there.start());
        String after = text.substring(there.end());
        if (there.group(2).isEmpty()) {
            before = before.replaceFirst("\\r?\\n\\z", "");
        }
        boolean ours = there.group(1) != null && after.isEmpty() && isHeader(before);
        return ours ? Optional.empty() : Optional.of(before + after);
    }

    /** What {@link #file} may have put above the block. */
    private static boolean isHeader(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.startsWith("#!") || line.contains("/_/husky.sh"));
    }

    private static List<String> marked(List<String> lines, int indentation, String begin, List<String> header) {
        List<String> marked = new ArrayList<>(header);
        marked.add(" ".repeat(indentation) + begin);
        marked.addAll(lines);
        marked.add(" ".repeat(indentation) + END);
        return marked;
    }

    private static int offset(String text, int lineNumber) {
        int offset = 0;
        for (int line = 0; line < lineNumber; line++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                return text.length();
            }
            offset = end + 1;
        }
        return offset;
    }
}
