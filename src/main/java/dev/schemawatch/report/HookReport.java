package dev.schemawatch.report;

import dev.schemawatch.engine.CommitVerdict;
import dev.schemawatch.finding.Finding;
import java.time.Duration;
import java.util.List;

/** What a hook prints of a commit. Little: people see it at every commit. */
public final class HookReport {
    private static final int MOST_NAMES = 5;

    private final Paint paint;

    public HookReport(Paint paint) {
        this.paint = paint;
    }

    /**
     * The findings that come in, what may be missing, what that means, and one line for all that was there before; nothing at
     * all where nothing is to be said.
     *
     * @param stopped whether the commit is stopped
     * @param unstaged files and folders of migrations that the commit would not hold as they are
     * @param empty folders of migrations that git cannot hold
     * @param beyond what changes behind links that lead out of the folder that is looked at
     */
    public String of(
            CommitVerdict verdict,
            boolean stopped,
            List<String> unstaged,
            List<String> empty,
            List<String> beyond,
            Duration elapsed) {
        StringBuilder text = new StringBuilder();
        verdict.introduced().forEach(finding -> line(text, Words.finding(finding, paint)));
        if (!empty.isEmpty()) {
            line(
                    text,
                    (stopped ? "error: " : "warning: ") + "empty, so that git cannot hold it: " + names(empty)
                            + ". Write its migration.sql and git add it, or remove the folder.");
        }
        if (!beyond.isEmpty()) {
            line(
                    text,
                    "Not checked, since a link leads out of the folder to it: " + names(beyond)
                            + ". Name a folder that holds both with --directory.");
        }
        if (!unstaged.isEmpty()) {
            line(
                    text,
                    "Not staged, or staged otherwise: " + names(unstaged)
                            + ". If that belongs to this commit, git add it.");
        }
        if (!verdict.introduced().isEmpty()) {
            String tally = Words.tally(verdict.introduced().stream().map(Finding::severity));
            line(
                    text,
                    (stopped
                                    ? paint.strong("Commit stopped: it would bring in " + tally + ".")
                                            + " Mend that and git add it; git commit --no-verify skips the check once."
                                    : "This commit brings in " + tally + ".")
                            + " (" + Words.elapsed(elapsed) + ")");
        }
        if (stopped && verdict.introduced().isEmpty()) {
            line(
                    text,
                    paint.strong("Commit stopped: the schema is staged, and the folder of a migration is empty.")
                            + " git commit --no-verify skips the check once.");
        }
        if (!verdict.known().isEmpty()) {
            line(
                    text,
                    paint.faint("There before: "
                            + Words.tally(verdict.known().stream().map(Finding::severity))
                            + ". schemawatch check shows them."));
        }
        return text.toString();
    }

    private static String names(List<String> paths) {
        String named = String.join(
                ", ", paths.stream().limit(MOST_NAMES).map(Printable::of).toList());
        return paths.size() <= MOST_NAMES ? named : named + " and " + (paths.size() - MOST_NAMES) + " more";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
