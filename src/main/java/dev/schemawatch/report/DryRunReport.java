package dev.schemawatch.report;

import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.CodeFrame;
import dev.schemawatch.replay.FailedMigration;
import dev.schemawatch.replay.Replayed;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

/** A dry run as text for people: what stopped it, in context, or how its outcome differs from the schema. */
public final class DryRunReport {
    private static final String FORGOTTEN =
            "The migrations do not come to the schema: add the migration that is missing, with"
                    + " schemawatch migration new NAME, prisma migrate dev --create-only, or by hand.";

    private final Paint paint;
    private final Tried tried;

    public DryRunReport(Paint paint, Tried tried) {
        this.paint = Objects.requireNonNull(paint);
        this.tried = Objects.requireNonNull(tried);
    }

    /** The text. Every line ends with a line feed. */
    public String text(Outcome outcome, Duration elapsed) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : outcome.findings()) {
            text.append(Words.finding(finding, paint)).append('\n');
            tried.replayed()
                    .failure()
                    .filter(failure -> failure.place().equals(finding.location()))
                    .map(FailedMigration::frame)
                    .ifPresent(frame -> show(frame, text));
            text.append('\n');
        }
        text.append(summary()).append('\n');
        if (!tried.replayed().traces().isEmpty()) {
            text.append('\n').append(new TraceTable(paint).of(tried.replayed().traces()));
        }
        if (outcome.databases().isEmpty()) {
            text.append("Not compared with the schema, since not all migrations were applied.\n");
            text.append(paint.faint("Took " + Words.elapsed(elapsed) + ".")).append('\n');
        } else {
            text.append('\n').append(new TextReport(paint).drift(outcome, elapsed));
        }
        if (outcome.databases().values().stream().anyMatch(DryRunReport::hasDrift)) {
            text.append(tried.live().map(DryRunReport::stillDiffers).orElse(FORGOTTEN))
                    .append('\n');
            text.append(makers());
            tried.missing().ifPresent(plan -> text.append(missing(plan)));
        }
        return text.toString();
    }

    private static String stillDiffers(String name) {
        return "With these migrations database " + Printable.of(name) + " does not come to the schema: a migration is"
                + " missing, or something was changed there by hand. schemawatch dry-run without --pending tells which.";
    }

    private String makers() {
        String lines = tried.makers().entrySet().stream()
                .map(maker -> "  "
                        + Printable.of(maker.getKey().kind().words() + " "
                                + maker.getKey().display() + ": "
                                + maker.getValue().display())
                        + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\nWhat the schema does not say so is from here:\n" + lines;
    }

    private String missing(Plan plan) {
        String heading = plan.statements().isEmpty() ? "\n" : "It needs this SQL, which was not run:\n\n";
        return heading + new PlanReport(paint).script(plan);
    }

    private String summary() {
        Replayed replayed = tried.replayed();
        String reused = replayed.reused() == 0 ? "" : " (" + replayed.reused() + " of them from an earlier run)";
        String applied = Words.count(replayed.applied(), "migration") + " applied" + reused;
        return (replayed.failure().isEmpty() ? paint.good(applied) : paint.strong(applied + ", then one failed"))
                + tried.live()
                        .map(name -> " to a copy of database " + Printable.of(name))
                        .orElse("")
                + ", in " + Printable.of(tried.scratch()) + ".";
    }

    private static boolean hasDrift(DatabaseOutcome database) {
        return database instanceof Compared compared
                && compared.drift().stream().anyMatch(DriftFinding::isDrift);
    }

    private void show(CodeFrame frame, StringBuilder text) {
        int digits = frame.lines().stream()
                .mapToInt(line -> Integer.toString(line.number()).length())
                .max()
                .orElse(1);
        for (CodeFrame.Line line : frame.lines()) {
            String number = " ".repeat(digits - Integer.toString(line.number()).length()) + line.number();
            text.append(line.meant() ? "> " : "  ")
                    .append(paint.faint(number + " |"))
                    .append(' ')
                    .append(Printable.of(line.text().replace('\t', ' ')))
                    .append('\n');
            if (line.meant()) {
                text.append(" ".repeat(digits + 2))
                        .append(paint.faint(" |"))
                        .append(" ".repeat(frame.column()))
                        .append(paint.strong("^"))
                        .append('\n');
            }
        }
    }
}
