package dev.schemawatch.report;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.workspace.SourceFile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line that a finding is about, with a mark below its place. Only lines of schemas are shown: those inside of models,
 * views, types and enums, and elsewhere names, keywords and braces alone. A setting never is, however broken, since it may
 * hold a URL with a password; nor is an .env file or a script.
 */
final class CodeFrame {
    private static final int WIDEST = 120;
    private static final int BEFORE = 40;
    private static final Pattern SETTING = Pattern.compile("\\s*[\\w-]+\\s*=.*");
    private static final Pattern DATA_BLOCK = Pattern.compile("\\s*(?:model|view|type|enum)\\s.*\\{.*");
    private static final Pattern END_OR_SETTINGS = Pattern.compile("\\s*(?:(?:datasource|generator)\\b|\\}).*");
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");
    private static final Pattern NAMES_AND_BRACES = Pattern.compile("\\s*(?:\\w+\\s+)?(?:\\w+\\s*)?\\{?\\s*\\}?\\s*");
    private static final Pattern NAME_AND_WORD = Pattern.compile("\\s*\\w+\\s+\\w+\\s*");

    private final Map<String, SourceFile> files;
    private final Map<String, BitSet> linesOfData = new HashMap<>();

    /** @param files by path; a finding in another file has no frame */
    CodeFrame(Map<String, SourceFile> files) {
        this.files = files;
    }

    /** Two lines of text, or none. */
    List<String> of(Finding finding) {
        if (!(finding.location() instanceof Location.InFile place)
                || place.line() == 0
                || !place.path().endsWith(".prisma")) {
            return List.of();
        }
        return text(place.path())
                .filter(text -> place.offset() <= text.length())
                .map(text -> frame(text, place))
                .orElse(List.of());
    }

    private Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path))
                .flatMap(file -> file.content() instanceof SourceFile.Content.Text(String text, var _)
                        ? Optional.of(text)
                        : Optional.empty());
    }

    private List<String> frame(String text, Location.InFile place) {
        int start = lineStart(text, place.offset());
        int end = lineEnd(text, place.offset());
        String line = text.substring(start, end);
        BitSet data = linesOfData.computeIfAbsent(place.path(), _ -> linesOfData(text));
        if (mayHoldASecret(line) || !data.get(place.line()) && !isHarmless(line)) {
            return List.of();
        }
        int from = place.offset() - start;
        int to = Math.max(from + 1, Math.min(line.length(), from + place.length()));
        while (to > from + 1 && to <= line.length() && Character.isWhitespace(line.charAt(to - 1))) {
            to--;
        }
        return shown(line, from, to, place.line());
    }

    private static List<String> shown(String line, int from, int to, int number) {
        int first = line.length() <= WIDEST ? 0 : boundary(line, Math.max(0, from - BEFORE));
        int last = boundary(line, Math.min(line.length(), first + WIDEST));
        String gutter = "%5d | ".formatted(number);
        String before = line.substring(first, Math.min(from, last));
        String marked = line.substring(Math.min(from, last), Math.min(to, last));
        return List.of(
                gutter + Printable.of(line.substring(first, last)),
                " ".repeat(gutter.length() - 2) + "| " + " ".repeat(width(before))
                        + "^".repeat(Math.max(1, width(marked))));
    }

    private static boolean mayHoldASecret(String line) {
        return line.contains("://") || SETTING.matcher(line).matches();
    }

    /** The numbers of the lines of blocks that hold no settings. */
    private static BitSet linesOfData(String text) {
        BitSet lines = new BitSet();
        String[] all = LINE_END.split(text, -1);
        boolean inside = false;
        for (int i = 0; i < all.length; i++) {
            inside = DATA_BLOCK.matcher(all[i]).matches()
                    || inside && !END_OR_SETTINGS.matcher(all[i]).matches();
            lines.set(i + 1, inside);
        }
        return lines;
    }

    /** Two words without a brace may be a setting that lacks its sign. */
    private static boolean isHarmless(String line) {
        return NAMES_AND_BRACES.matcher(line).matches()
                && !NAME_AND_WORD.matcher(line).matches();
    }

    private static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    private static int lineEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Not in the middle of a surrogate pair. */
    private static int boundary(String line, int index) {
        boolean inside = index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
        return inside ? index - 1 : index;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
