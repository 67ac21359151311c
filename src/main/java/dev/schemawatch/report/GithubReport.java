package dev.schemawatch.report;

import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Unseen;
import java.util.List;
import java.util.Optional;

/**
 * A run as annotations of GitHub Actions ("Workflow commands for GitHub Actions", GitHub documentation). A step shows ten of
 * a kind and drops the others without a word, so the gravest are written, and how many more there are is said in the log.
 */
public final class GithubReport implements Report {
    /** How many of a kind a step shows. */
    public static final int OF_A_STEP = 10;

    private final int mostOfAKind;

    /** @param mostOfAKind how many of a kind to write: what the step shows, or this run's share of it */
    public GithubReport(int mostOfAKind) {
        this.mostOfAKind = mostOfAKind;
    }

    @Override
    public String of(Run run) {
        StringBuilder lines = new StringBuilder();
        List<Unseen> unseen = run.unseen();
        unseen.stream()
                .limit(mostOfAKind)
                .forEach(one -> lines.append("::error title=")
                        .append(property("schemawatch " + run.command()))
                        .append("::")
                        .append(data(one.what() + ": " + one.message()))
                        .append('\n'));
        List<Entry> entries = Entry.of(run);
        for (Severity severity : Severity.values()) {
            List<Entry> kind = entries.stream()
                    .filter(entry -> entry.severity() == severity)
                    .toList();
            int room = severity == Severity.ERROR ? Math.max(0, mostOfAKind - unseen.size()) : mostOfAKind;
            kind.stream().limit(room).forEach(entry -> annotation(lines, entry, run.checkout()));
            int left = Math.max(0, kind.size() - room) + (severity == Severity.ERROR ? beyond(unseen) : 0);
            if (left > 0) {
                lines.append("schemawatch: ")
                        .append(left)
                        .append(" more of severity ")
                        .append(severity.word())
                        .append(", without an annotation; the step summary lists them.\n");
            }
        }
        return lines.toString();
    }

    private int beyond(List<Unseen> unseen) {
        return Math.max(0, unseen.size() - mostOfAKind);
    }

    private static void annotation(StringBuilder lines, Entry entry, Checkout checkout) {
        lines.append("::").append(kind(entry.severity())).append(' ');
        if (!entry.isNowhere()) {
            lines.append("file=").append(property(entry.path(checkout))).append(',');
        }
        Optional<Region> region = entry.place().flatMap(checkout::region);
        region.ifPresent(span -> {
            lines.append("line=").append(span.line()).append(",endLine=").append(span.endLine());
            if (span.line() == span.endLine()) {
                lines.append(",col=")
                        .append(span.column())
                        .append(",endColumn=")
                        .append(span.endColumn());
            }
            lines.append(',');
        });
        lines.append("title=")
                .append(property(entry.rule()))
                .append("::")
                .append(data(entry.message()))
                .append('\n');
    }

    private static String kind(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return Printable.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }
}
