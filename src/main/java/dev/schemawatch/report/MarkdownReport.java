package dev.schemawatch.report;

import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Unseen;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run as a comment on a pull request. Its first line is a hidden marker, the same for the same command, target and folder, by which a
 * later run finds the comment and edits it. Whatever comes from a file is escaped: it makes no table, no link, no HTML, and
 * mentions nobody.
 */
public final class MarkdownReport implements Report {
    /** The largest comment that GitHub takes, in characters; here in bytes, to be safe with both ways of counting. */
    public static final int COMMENT = 65_536;

    private static final int LONGEST_CELL = 1_000;
    private static final int ROOM_FOR_THE_END = 300;

    private final int mostBytes;

    /** @param mostBytes how long the text may be in UTF-8; what does not fit is counted */
    public MarkdownReport(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public String of(Run run) {
        List<Entry> entries = Entry.of(run);
        String text = fitted(
                marker(run) + "\n### Schemawatch " + escaped(run.title()) + ": " + verdict(run, entries) + "\n",
                List.of(
                        new Section(
                                "\n",
                                run.unseen().stream()
                                        .map(MarkdownReport::unseen)
                                        .toList()),
                        new Section(
                                "\n| | where | rule | what |\n|---|---|---|---|\n",
                                entries.stream()
                                        .map(entry -> row(entry, run.checkout()))
                                        .toList()),
                        new Section(
                                "\n",
                                run.passedOver().stream()
                                        .map(MarkdownReport::passedOver)
                                        .toList())));
        int suppressed = run.outcome().suppressed().size();
        return text + "\n<sub>schemawatch " + escaped(run.version())
                + (suppressed == 0 ? "" : ", " + suppressed + " suppressed") + "</sub>\n";
    }

    /** An HTML comment, which must hold neither its own end nor anything of a path that could be one. */
    private static String marker(Run run) {
        String target = run.target().isEmpty() ? "" : "@" + harmless(run.target());
        String folder = harmless(run.checkout().prefix()).replaceAll("/$", "");
        return "<!-- schemawatch:" + run.command() + target + (folder.isEmpty() ? "" : ":" + folder) + " -->";
    }

    private static String harmless(String name) {
        return name.replaceAll("[^A-Za-z0-9/._]+", "-");
    }

    private static String verdict(Run run, List<Entry> entries) {
        String found = Words.tally(entries.stream().map(Entry::severity));
        if (run.failure().isPresent()) {
            return "could not do its job";
        }
        return run.unseen().isEmpty()
                ? found
                : "could not look at " + Words.count(run.unseen().size(), "database") + "; elsewhere " + found;
    }

    private static String unseen(Unseen unseen) {
        return "**" + escaped(unseen.what()) + "**: " + escaped(unseen.message()) + "\n";
    }

    private static String row(Entry entry, Checkout checkout) {
        return "| " + sign(entry.severity()) + " " + entry.severity().word() + " | <code>"
                + escaped(entry.where(checkout)) + "</code> | " + escaped(entry.rule()) + " | "
                + escaped(entry.message())
                + " |\n";
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "❌";
            case WARNING -> "⚠️";
            case INFO -> "ℹ️";
        };
    }

    private static String passedOver(Unseen check) {
        return "- not checked: " + escaped(check.what()) + " (" + escaped(check.message()) + ")\n";
    }

    /**
     * Text that stays text. Punctuation that Markdown, HTML or GitHub's mathematics give a meaning is written as character
     * references; these do not keep GitHub from seeing a mention, an issue or an address, so a space of no width parts those.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String line = Printable.of(text);
        int end = line.length() <= LONGEST_CELL ? line.length() : line.offsetByCodePoints(0, LONGEST_CELL / 2);
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&', '<', '>', '"', '|', '`', '\\', '*', '_', '~', '[', ']', '(', ')', '{', '}', '!', '$' ->
                    escaped.append("&#").append((int) c).append(';');
                case '@', '#' -> escaped.append(c).append('\u200B');
                case ':' -> escaped.append(line.startsWith("://", i) ? ":\u200B" : ":");
                case '.' -> escaped.append(isBehind(line, i, "www") ? "\u200B." : ".");
                default -> escaped.append(c);
            }
        }
        return end < line.length() ? escaped.append('…').toString() : escaped.toString();
    }

    private static boolean isBehind(String line, int index, String word) {
        return line.regionMatches(true, index - word.length(), word, 0, word.length());
    }

    /** The text up to the largest length, and how many lines there was no room for. */
    private String fitted(String head, List<Section> sections) {
        StringBuilder text = new StringBuilder(head);
        int room = mostBytes - ROOM_FOR_THE_END - bytes(head);
        int leftOut = 0;
        for (Section section : sections) {
            int fitting = 0;
            int size = bytes(section.heading());
            while (fitting < section.lines().size()
                    && size + bytes(section.lines().get(fitting)) <= room) {
                size += bytes(section.lines().get(fitting));
                fitting++;
            }
            if (fitting > 0) {
                text.append(section.heading());
                section.lines().subList(0, fitting).forEach(text::append);
                room -= size;
            }
            leftOut += section.lines().size() - fitting;
        }
        return leftOut == 0
                ? text.toString()
                : text + "\n… and " + leftOut + " more, for which there is no room here.\n";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Lines of one kind; without any, there is no heading either. */
    private record Section(String heading, List<String> lines) {}
}
