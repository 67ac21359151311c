package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of an outcome in JSON, shared by the report that is one object and the one that is a line each. Their fields are
 * described in {@code src/site/markdown/json.md}.
 */
final class OutcomeJson {
    private OutcomeJson() {}

    /** How many of each there are. */
    static void summary(JsonGenerator json, Outcome outcome) throws IOException {
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

    /** What is known of the differences of a database. */
    static List<DriftFinding> drift(DatabaseOutcome database) {
        return switch (database) {
            case Compared compared -> compared.drift();
            case NotCompared _ -> List.of();
        };
    }

    /** The fields of a finding. */
    static void finding(JsonGenerator json, Finding finding) throws IOException {
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

    private static void place(JsonGenerator json, String field, Location.InFile place) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("file", place.path());
        if (place.line() > 0) {
            json.writeNumberField("line", place.line());
            json.writeNumberField("column", place.column());
        }
        json.writeEndObject();
    }

    /** The fields of a finding that counts nowhere. */
    static void suppressed(JsonGenerator json, Outcome.Suppressed suppressed) throws IOException {
        finding(json, suppressed.finding());
        place(json, "suppressedAt", suppressed.by().comment());
        optional(json, "reason", suppressed.by().reason());
    }

    /** The fields of a check that had nothing to look at. */
    static void skipped(JsonGenerator json, Outcome.SkippedCheck check) throws IOException {
        json.writeStringField("rule", check.rule());
        json.writeStringField("reason", check.reason());
    }

    /** The fields of a database, but its differences. */
    static void database(JsonGenerator json, String name, DatabaseOutcome database) throws IOException {
        json.writeStringField("name", name);
        switch (database) {
            case Compared compared -> compared(json, compared);
            case NotCompared(Reason reason, String message) -> {
                json.writeBooleanField("compared", false);
                json.writeStringField("reason", reason.name().toLowerCase(Locale.ROOT));
                json.writeStringField("message", message);
            }
        }
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
    }

    /** The fields of a difference. */
    static void difference(JsonGenerator json, DriftFinding finding, String fingerprint) throws IOException {
        Difference difference = finding.difference();
        SchemaObject object = difference.object();
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
        if (finding.maker().isPresent()) {
            place(json, "madeBy", finding.maker().get());
        }
        json.writeStringField("fingerprint", fingerprint);
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
}
