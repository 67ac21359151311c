package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.workspace.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An outcome as text for people. Every line ends with a line feed. */
public final class TextReport {
    private static final int WIDEST_LINE = 100;
    private static final int MOST_NAMES = 5;

    private final Paint paint;
    private final CodeFrame frames;

    public TextReport(Paint paint) {
        this(paint, Map.of());
    }

    /**
     * A report that shows the line of a schema that a finding is about.
     *
     * @param files by path
     */
    public TextReport(Paint paint, Map<String, SourceFile> files) {
        this.paint = paint;
        this.frames = new CodeFrame(files);
    }

    /** The findings of the working tree by file, the gravest first, then what was not checked, then the sum. */
    public String check(Outcome outcome, Duration elapsed) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Finding>> byContainer = outcome.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.identity().container(), LinkedHashMap::new, Collectors.toList()));
        for (List<Finding> findings : byContainer.values()) {
            for (Finding finding : findings) {
                line(text, Words.finding(finding, paint));
                frames.of(finding).forEach(shown -> line(text, paint.faint(shown)));
            }
            text.append('\n');
        }
        Map<String, List<String>> skipped = outcome.skipped().stream()
                .collect(Collectors.groupingBy(
                        Outcome.SkippedCheck::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Outcome.SkippedCheck::rule, Collectors.toList())));
        skipped.forEach(
                (reason, rules) -> line(text, "Not checked: " + some(rules) + " (" + Printable.of(reason) + ")"));
        String tally = Words.tally(outcome.findings().stream().map(Finding::severity));
        String sum = outcome.findings().isEmpty()
                ? paint.good("No findings")
                : paint.strong(tally) + " in " + Words.count(byContainer.size(), "place");
        String suppressed = outcome.suppressed().isEmpty()
                ? ""
                : ", " + outcome.suppressed().size() + " suppressed";
        line(text, sum + suppressed + " (" + Words.elapsed(elapsed) + ").");
        return text.toString();
    }

    /** Every database with its differences, what could not be decided, and its history. */
    public String drift(Outcome outcome, Duration elapsed) {
        StringBuilder text = new StringBuilder();
        outcome.databases().forEach((name, database) -> {
            switch (database) {
                case Compared compared -> compared(text, Printable.of(name), compared);
                case NotCompared notCompared -> notCompared(text, Printable.of(name), notCompared);
            }
        });
        line(text, paint.faint("Took " + Words.elapsed(elapsed) + "."));
        return text.toString();
    }

    private void compared(StringBuilder text, String name, Compared compared) {
        Map<DriftSection, List<DriftFinding>> sections =
                compared.drift().stream().collect(Collectors.groupingBy(DriftSection::of));
        line(text, paint.strong("Database " + name) + " (PostgreSQL " + Printable.of(compared.serverVersion()) + ")");
        for (DriftSection section : DriftSection.values()) {
            List<DriftFinding> findings = sections.getOrDefault(section, List.of());
            if (!findings.isEmpty()) {
                text.append('\n');
                line(text, paint.strong(section.heading()));
                findings.forEach(finding -> difference(text, finding, section));
            }
        }
        if (!compared.findings().isEmpty()) {
            text.append('\n');
            line(text, paint.strong("History"));
            compared.findings().forEach(finding -> line(text, "  " + Words.finding(finding, paint)));
        }
        text.append('\n');
        line(text, "Migrations: " + history(compared.history()));
        line(text, "Database " + name + ": " + verdict(compared, sections));
        text.append('\n');
    }

    private void notCompared(StringBuilder text, String name, NotCompared notCompared) {
        line(text, paint.strong("Database " + name) + ": could not look (" + Words.reason(notCompared.reason()) + ")");
        line(text, "  " + Printable.of(notCompared.message()));
        line(text, "Database " + name + ": nothing is known about drift.");
        text.append('\n');
    }

    private void difference(StringBuilder text, DriftFinding finding, DriftSection section) {
        Difference difference = finding.difference();
        String severity = section == DriftSection.DRIFT
                ? paint.severity(finding.severity(), finding.severity().word()) + " "
                : "";
        String place = finding.origin()
                .map(Location.InFile::display)
                .map(path -> "  " + paint.faint(Printable.of(path)))
                .orElse("");
        line(text, "  " + severity + Words.difference(difference) + place);
        sides(text, Words.side(difference.expected()), Words.side(difference.actual()));
        finding.maker().ifPresent(maker -> line(text, "      made by   " + Printable.of(maker.display())));
        finding.pendingMigration().ifPresent(migration -> line(text, "      pending   " + Printable.of(migration)));
        difference.note().ifPresent(note -> line(text, "      note      " + Printable.of(note)));
    }

    /** Side by side where both fit on a line, else one below the other. */
    private static void sides(StringBuilder text, String expected, String actual) {
        String left = "expected  " + expected;
        String right = "actual    " + actual;
        if (left.length() + right.length() + 9 <= WIDEST_LINE) {
            line(text, "      " + left + "   " + right);
        } else {
            line(text, "      " + left);
            line(text, "      " + right);
        }
    }

    private String verdict(Compared compared, Map<DriftSection, List<DriftFinding>> sections) {
        List<DriftFinding> drift = sections.getOrDefault(DriftSection.DRIFT, List.of());
        List<String> parts = new ArrayList<>();
        parts.add(
                drift.isEmpty()
                        ? paint.good("no drift")
                        : paint.strong("drift: " + Words.tally(drift.stream().map(DriftFinding::severity))));
        for (DriftSection section : List.of(DriftSection.UNDECIDED, DriftSection.PENDING, DriftSection.ADVICE)) {
            int number = sections.getOrDefault(section, List.of()).size();
            if (number > 0) {
                parts.add(number + " " + section.sumWord());
            }
        }
        String history = compared.findings().isEmpty()
                ? ""
                : "; in its history "
                        + paint.strong(Words.tally(compared.findings().stream().map(Finding::severity)));
        return String.join(", ", parts) + " in " + Words.count(compared.inspectedObjects(), "table") + history + ".";
    }

    private static String history(History<HistoryVerdict> history) {
        return switch (history) {
            case History.Read(HistoryVerdict verdict) -> history(verdict);
            case History.NoTable() -> "the database has no table _prisma_migrations.";
            case History.Unreadable(String reason) ->
                "unknown, and with them which differences are pending: " + Printable.of(reason);
        };
    }

    private static String history(HistoryVerdict history) {
        List<String> parts = new ArrayList<>();
        parts.add(history.applied().size() + " applied");
        names(parts, history.pending(), "pending");
        names(parts, history.failed(), "failed");
        names(parts, history.edited(), "edited after they were applied");
        names(parts, history.unknown(), "applied and not in the repository");
        names(parts, history.rolledBack(), "rolled back");
        return String.join("; ", parts) + ".";
    }

    private static void names(List<String> parts, List<String> names, String state) {
        if (!names.isEmpty()) {
            parts.add(names.size() + " " + state + " (" + some(names) + ")");
        }
    }

    private static String some(List<String> names) {
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.stream().limit(MOST_NAMES).map(Printable::of).collect(Collectors.joining(", ")) + more;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
