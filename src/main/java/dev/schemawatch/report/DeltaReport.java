package dev.schemawatch.report;

import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Past;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.report.OutcomeDelta.Drifted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the daemon says after each run: what is new, what is fixed, and one line of state.
 *
 * <p>In a terminal that line stays at the bottom and is written over by the next one; everything above it is pushed up and
 * never taken back, and a run that changes nothing only changes that line. Elsewhere there is one line per finding and per
 * run, each with its time, and no cursor is moved.
 */
public final class DeltaReport {
    private static final String TO_LINE_START = "\r\u001B[K";

    /** DEC's private mode 7: without it the terminal itself cuts a line at its width, which nobody here can know. */
    private static final String WITHOUT_WRAP = "\u001B[?7l";

    private static final String WITH_WRAP = "\u001B[?7h";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Paint paint;
    private final boolean terminal;
    private final ZoneId zone;

    /** @param terminal whether the reader is a terminal that understands cursor movements */
    public DeltaReport(Paint paint, boolean terminal, ZoneId zone) {
        this.paint = paint;
        this.terminal = terminal;
        this.zone = zone;
    }

    /**
     * The text to write after a run, to be flushed at once.
     *
     * @param past what the runs before came to
     * @param trigger what caused the run, as a clause: "schema.prisma changed"
     * @param at when the run ended
     */
    public String run(Past past, Outcome current, Duration elapsed, String trigger, Instant at) {
        OutcomeDelta delta = OutcomeDelta.between(past, current);
        StringBuilder text = new StringBuilder();
        for (Finding finding : delta.appeared()) {
            entry(text, at, paint.strong("NEW  ") + " " + Words.finding(finding, paint));
        }
        for (Drifted drifted : delta.drifted()) {
            entry(text, at, paint.strong("NEW  ") + " " + drift(drifted));
        }
        for (Finding finding : delta.fixed()) {
            entry(text, at, paint.good("FIXED") + " " + Words.gone(finding));
        }
        for (Drifted resolved : delta.resolved()) {
            entry(text, at, paint.good("FIXED") + " " + resolved(resolved));
        }
        delta.databases().forEach((name, database) -> entry(text, at, database(Printable.of(name), database)));
        return closing(text, status(delta, current, elapsed, trigger, at), at);
    }

    /** The text to write when something is to be told between two runs: an alert, a change of the watcher's mode. */
    public String note(String message, Instant at) {
        StringBuilder text = new StringBuilder();
        entry(text, at, Printable.of(message));
        return terminal ? TO_LINE_START + text : text.toString();
    }

    private String closing(StringBuilder entries, String status, Instant at) {
        if (!terminal) {
            entry(entries, at, status);
            return entries.toString();
        }
        return TO_LINE_START + entries + WITHOUT_WRAP + paint.strong(status) + WITH_WRAP;
    }

    private void entry(StringBuilder text, Instant at, String line) {
        if (!terminal) {
            text.append(at.truncatedTo(ChronoUnit.MILLIS)).append(' ');
        }
        text.append(line).append('\n');
    }

    private String status(OutcomeDelta delta, Outcome current, Duration elapsed, String trigger, Instant at) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.tally(current.allFindings().stream().map(Finding::severity)));
        int appeared = delta.appeared().size() + delta.drifted().size();
        int fixed = delta.fixed().size() + delta.resolved().size();
        parts.add(appeared + " new");
        parts.add(fixed + " fixed");
        int unchanged = current.allFindings().size() - delta.appeared().size();
        if (unchanged > 0) {
            parts.add(unchanged + " unchanged");
        }
        if (!delta.unjudged().isEmpty()) {
            parts.add(delta.unjudged().size() + " not judged");
        }
        if (!current.suppressed().isEmpty()) {
            parts.add(current.suppressed().size() + " suppressed");
        }
        current.databases().forEach((name, database) -> parts.add(Printable.of(name) + ": " + state(database)));
        String clock = terminal ? CLOCK.format(at.atZone(zone)) + " " : "";
        return clock + String.join(", ", parts) + " (" + Words.elapsed(elapsed) + ", " + Printable.of(trigger) + ")";
    }

    private static String state(DatabaseOutcome database) {
        return switch (database) {
            case Compared compared -> {
                long number =
                        compared.drift().stream().filter(DriftFinding::isDrift).count();
                String drift = number == 0 ? "no drift" : "drift " + number;
                yield compared.history() instanceof History.Unreadable ? drift + ", migrations unknown" : drift;
            }
            case NotCompared notCompared -> "could not look (" + Words.reason(notCompared.reason()) + ")";
        };
    }

    private String drift(Drifted drifted) {
        DriftFinding finding = drifted.finding();
        String places = Stream.of(
                        finding.origin().map(InFile::display),
                        finding.maker().map(maker -> "made by " + maker.display()))
                .flatMap(Optional::stream)
                .map(Printable::of)
                .collect(Collectors.joining("; "));
        return Printable.of(drifted.database()) + ": "
                + paint.severity(finding.severity(), finding.severity().word()) + " drift: "
                + Words.difference(finding.difference()) + (places.isEmpty() ? "" : " (" + places + ")");
    }

    private static String resolved(Drifted drifted) {
        return Printable.of(drifted.database()) + ": drift: "
                + Words.gone(drifted.finding().difference());
    }

    private String database(String name, DatabaseOutcome database) {
        return switch (database) {
            case Compared compared ->
                paint.good("BACK ") + " " + name + ": can be looked at again (PostgreSQL "
                        + Printable.of(compared.serverVersion()) + ")";
            case NotCompared notCompared ->
                paint.strong("LOST ") + " " + name + ": could not look (" + Words.reason(notCompared.reason()) + "): "
                        + Printable.of(notCompared.message());
        };
    }
}
