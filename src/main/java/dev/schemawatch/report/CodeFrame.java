package dev.schemawatch.report;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.workspace.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that a finding is about, with a mark below its place. Only lines of schemas are shown, and of these none that may
 * hold a URL or another setting with a secret: an .env file or a script never is.
 */
final class CodeFrame {
    private static final int WIDEST = 120;
    private static final int BEFORE = 40;
    private static final Pattern SETTING = Pattern.compile("\\s*([\\w-]+)\\s*=.*");
    private static final Set<String> HARMLESS = Set.of(
            "provider",
            "relationMode",
            "referentialIntegrity",
            "schemas",
            "extensions",
            "previewFeatures",
            "engineType");

    private final Map<String, SourceFile> files;

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

    private static List<String> frame(String text, Location.InFile place) {
        int start = lineStart(text, place.offset());
        int end = lineEnd(text, place.offset());
        String line = text.substring(start, end);
        if (mayHoldASecret(line)) {
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
        Matcher setting = SETTING.matcher(line);
        return line.contains("://") || setting.matches() && !HARMLESS.contains(setting.group(1));
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
