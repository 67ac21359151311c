package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.HistoryVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An outcome as one JSON object, the same for {@code check} and {@code drift}. Its fields are described in
 * {@code src/site/markdown/json.md}; within one {@code schemaVersion} fields are only added. All text is ASCII with escapes,
 * so no name in it can do anything to a terminal.
 */
public final class JsonReport {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String version;

    /** @param version of Schemawatch */
    public JsonReport(String version) {
        this.version = version;
    }

    /**
     * The outcome as text that ends with a line feed.
     *
     * @param command what was run: {@code check} or {@code drift}
     * @param status what it came to: {@code clean}, {@code findings}, or {@code failed} when it could not do its job
     */
    public String of(String command, Status status, Outcome outcome, Instant startedAt, Duration elapsed) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter)
                    .withoutSpacesInObjectEntries();
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "schemawatch");
            json.writeStringField("version", version);
            json.writeEndObject();
            json.writeStringField("command", command);
            json.writeStringField("startedAt", startedAt.toString());
            json.writeNumberField("durationMs", elapsed.toMillis());
            json.writeStringField("status", status.word());
            json.writeBooleanField("retryable", status == Status.FAILED && isRetryable(outcome));
            summary(json, outcome);
            findings(json, outcome.allFindings());
            suppressed(json, outcome.suppressed());
            skipped(json, outcome.skipped());
            databases(json, outcome);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return text.append('\n').toString();
    }

    private static boolean isRetryable(Outcome outcome) {
        return outcome.databases().values().stream()
                .anyMatch(database -> database instanceof NotCompared notCompared
                        && notCompared.reason().isRetryable());
    }

    private static void summary(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeObjectFieldStart("summary");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(
                    severity.word(),
                    outcome.allFindings().stream()
                            .filter(finding -> finding.severity() == severity)
                            .count());
        }
        for (DriftSection section : DriftSection.values()) {
            json.writeNumberField(
                    section.word(),
                    outcome.databases().values().stream()
                            .flatMap(database -> drift(database).stream())
                            .filter(finding -> DriftSection.of(finding) == section)
                            .count());
        }
        json.writeNumberField("suppressed", outcome.suppressed().size());
        json.writeNumberField(
                "notCompared",
                outcome.databases().values().stream()
                        .filter(NotCompared.class::isInstance)
                        .count());
        json.writeEndObject();
    }

    private static List<DriftFinding> drift(DatabaseOutcome database) {
        return switch (database) {
            case Compared compared -> compared.drift();
            case NotCompared _ -> List.of();
        };
    }

    private static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            finding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().word());
        switch (finding.location()) {
            case Location.InFile place -> place(json, "where", place);
            case Location.InDatabase(String database, String object) -> {
                json.writeObjectFieldStart("where");
                json.writeStringField("database", database);
                json.writeStringField("object", object);
                json.writeEndObject();
            }
        }
        json.writeStringField("subject", finding.subject());
        json.writeStringField("message", finding.message());
    }

    private static void suppressed(JsonGenerator json, List<Outcome.Suppressed> suppressed) throws IOException {
        json.writeArrayFieldStart("suppressed");
        for (Outcome.Suppressed silenced : suppressed) {
            json.writeStartObject();
            finding(json, silenced.finding());
            place(json, "suppressedAt", silenced.by().comment());
            optional(json, "reason", silenced.by().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, String field, Location.InFile place) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("file", place.path());
        if (place.line() > 0) {
            json.writeNumberField("line", place.line());
            json.writeNumberField("column", place.column());
        }
        json.writeEndObject();
    }

    private static void skipped(JsonGenerator json, List<Outcome.SkippedCheck> skipped) throws IOException {
        json.writeArrayFieldStart("skipped");
        for (Outcome.SkippedCheck check : skipped) {
            json.writeStartObject();
            json.writeStringField("rule", check.rule());
            json.writeStringField("reason", check.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void databases(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeArrayFieldStart("databases");
        for (var database : outcome.databases().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", database.getKey());
            switch (database.getValue()) {
                case Compared compared -> compared(json, compared);
                case NotCompared(Reason reason, String message) -> {
                    json.writeBooleanField("compared", false);
                    json.writeStringField("reason", reason.name().toLowerCase(Locale.ROOT));
                    json.writeStringField("message", message);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void compared(JsonGenerator json, Compared compared) throws IOException {
        json.writeBooleanField("compared", true);
        json.writeStringField("serverVersion", compared.serverVersion());
        json.writeNumberField("tables", compared.inspectedObjects());
        switch (compared.history()) {
            case History.Read(HistoryVerdict history) -> history(json, history);
            case History.NoTable() -> json.writeNullField("history");
            case History.Unreadable(String reason) -> {
                json.writeNullField("history");
                json.writeStringField("historyUnreadable", reason);
            }
        }
        json.writeArrayFieldStart("differences");
        for (DriftFinding finding : compared.drift()) {
            difference(json, finding);
        }
        json.writeEndArray();
    }

    private static void difference(JsonGenerator json, DriftFinding finding) throws IOException {
        Difference difference = finding.difference();
        SchemaObject object = difference.object();
        json.writeStartObject();
        json.writeStringField("kind", DriftSection.of(finding).word());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("verdict", difference.verdict().name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("object");
        json.writeStringField("kind", object.kind().token());
        json.writeStringField("schema", object.owner().schema());
        json.writeStringField("name", object.owner().name());
        optional(json, "member", object.member());
        json.writeEndObject();
        optional(json, "attribute", difference.aspect());
        json.writeStringField("expected", difference.expected());
        json.writeStringField("actual", difference.actual());
        optional(json, "note", difference.note());
        optional(json, "pendingMigration", finding.pendingMigration());
        if (finding.origin().isPresent()) {
            place(json, "where", finding.origin().get());
        }
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, HistoryVerdict history) throws IOException {
        json.writeObjectFieldStart("history");
        names(json, "applied", history.applied());
        names(json, "pending", history.pending());
        names(json, "unknown", history.unknown());
        names(json, "edited", history.edited());
        names(json, "failed", history.failed());
        names(json, "rolledBack", history.rolledBack());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, List<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    /** What a command came to. */
    public enum Status {
        CLEAN,
        FINDINGS,
        FAILED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
