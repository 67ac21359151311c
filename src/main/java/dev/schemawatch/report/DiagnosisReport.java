package dev.schemawatch.report;

import dev.schemawatch.doctor.Diagnosis;
import dev.schemawatch.doctor.Verdict;
import dev.schemawatch.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a doctor says: line by line for people, as a whole for programs. */
public final class DiagnosisReport {
    private static final int SCHEMA_VERSION = 1;
    private static final int VERDICT_WIDTH = 8;
    private static final int SUBJECT_WIDTH = 15;
    private static final String MARGIN = " ".repeat(VERDICT_WIDTH + 1);

    private final Paint paint;

    public DiagnosisReport(Paint paint) {
        this.paint = paint;
    }

    /** One diagnosis: a line, and below it a line for each of its remedy. Every line ends with a line feed. */
    public String line(Diagnosis diagnosis) {
        String verdict = diagnosis.verdict().word();
        String padding = " ".repeat(VERDICT_WIDTH + 1 - verdict.length());
        String subject = Printable.of(diagnosis.subject().display());
        return painted(diagnosis.verdict()) + padding
                + subject + " ".repeat(Math.max(1, SUBJECT_WIDTH + 1 - subject.length()))
                + Printable.of(diagnosis.message()) + "\n"
                + diagnosis.remedy().stream()
                        .map(line -> MARGIN + Printable.of(line) + "\n")
                        .collect(Collectors.joining());
    }

    /** How many of each verdict, as the last line. */
    public String sum(List<Diagnosis> all, Duration elapsed) {
        String tally = Stream.of(Verdict.values())
                .filter(verdict -> count(all, verdict) > 0)
                .map(verdict -> counted(count(all, verdict), verdict))
                .collect(Collectors.joining(", "));
        return "\n" + paint.strong(tally) + " (" + Words.elapsed(elapsed) + ").\n";
    }

    /** All of it as one JSON object. */
    public String json(String version, List<Diagnosis> all, Instant startedAt, Duration elapsed) {
        return Json.document(json -> Json.object(json, inner -> {
            inner.writeNumberField("schemaVersion", SCHEMA_VERSION);
            Json.object(inner, "tool", tool -> {
                tool.writeStringField("name", "schemawatch");
                tool.writeStringField("version", version);
            });
            inner.writeStringField("command", "doctor");
            inner.writeStringField("startedAt", startedAt.toString());
            inner.writeNumberField("durationMs", elapsed.toMillis());
            inner.writeStringField("status", count(all, Verdict.ERROR) == 0 ? "clean" : "findings");
            Json.objects(inner, "diagnoses", all, (fields, diagnosis) -> {
                fields.writeStringField("probe", diagnosis.subject().probe());
                fields.writeStringField("about", diagnosis.subject().about());
                fields.writeStringField("verdict", diagnosis.verdict().word());
                fields.writeStringField("message", diagnosis.message());
                fields.writeArrayFieldStart("remedy");
                for (String line : diagnosis.remedy()) {
                    fields.writeString(line);
                }
                fields.writeEndArray();
            });
        }));
    }

    private static String counted(long number, Verdict verdict) {
        return switch (verdict) {
            case WARNING, ERROR -> Words.count(number, verdict.word());
            case OK, SKIPPED -> number + " " + verdict.word();
        };
    }

    private static long count(List<Diagnosis> all, Verdict verdict) {
        return all.stream().filter(diagnosis -> diagnosis.verdict() == verdict).count();
    }

    private String painted(Verdict verdict) {
        return switch (verdict) {
            case OK -> paint.good(verdict.word());
            case WARNING -> paint.severity(Severity.WARNING, verdict.word());
            case ERROR -> paint.severity(Severity.ERROR, verdict.word());
            case SKIPPED -> paint.faint(verdict.word());
        };
    }
}
