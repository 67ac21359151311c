package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How things are called in every report. */
final class Words {
    private Words() {}

    /** {@code 1 table}, {@code 2 tables}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("x") ? "es" : "s");
    }

    /** {@code 31 ms}, {@code 1.4 s}. */
    static String elapsed(Duration elapsed) {
        return elapsed.toMillis() < 1000
                ? elapsed.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }

    /** {@code 2 errors, 1 warning}; "no findings" when there are none. */
    static String tally(Stream<Severity> severities) {
        List<Severity> all = severities.toList();
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = all.stream().filter(severity::equals).count();
            if (number > 0) {
                parts.add(severity == Severity.INFO ? number + " info" : count(number, severity.word()));
            }
        }
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }

    /** {@code column public.Booking.total: type differs}. */
    static String difference(Difference difference) {
        String object = object(difference.object());
        return switch (difference.verdict()) {
            case MISSING -> object + " is missing in the database";
            case UNEXPECTED -> object + " is not in the schema";
            case DIFFERENT -> object + ": " + difference.aspect().orElse("definition") + " differs";
            case UNDECIDED -> object + ": " + difference.aspect().orElse("definition") + " may differ";
        };
    }

    /** {@code lock timeout}. */
    static String reason(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What one side of a difference holds, which may be nothing. */
    static String side(String text) {
        return text.isEmpty() ? "(nothing)" : Printable.of(text);
    }

    /** One finding as editors and other programs read it: {@code path:line:column: severity rule: message}. */
    static String finding(Finding finding, Paint paint) {
        return Printable.of(finding.location().display()) + ": "
                + paint.severity(finding.severity(), finding.severity().word()) + " "
                + finding.rule() + ": " + Printable.of(finding.message());
    }

    /** A finding that is gone, by where it was and which rule said so: {@code path:line:column: rule}. */
    static String gone(Finding finding) {
        return Printable.of(finding.location().display()) + ": " + finding.rule();
    }

    /** Drift that is gone, by what it was about: {@code column public.Booking.total: type}. */
    static String gone(Difference difference) {
        return object(difference.object())
                + difference.aspect().map(aspect -> ": " + aspect).orElse("");
    }

    private static String object(SchemaObject object) {
        return object.kind().words() + " " + Printable.of(object.display());
    }
}
