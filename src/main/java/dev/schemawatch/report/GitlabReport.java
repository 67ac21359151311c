package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Unseen;
import java.io.IOException;

/**
 * A run as GitLab's code quality report ("Code Quality report format", GitLab documentation): an array of objects that each
 * have a description, a check, a fingerprint, a severity and a place. What could not be looked at is a blocker.
 */
public final class GitlabReport implements Report {

    @Override
    public String of(Run run) {
        return Json.document(json -> {
            json.writeStartArray();
            for (Unseen unseen : run.unseen()) {
                Json.object(json, inner -> unseen(inner, unseen, run.checkout()));
            }
            for (Entry entry : Entry.of(run)) {
                Json.object(json, inner -> entry(inner, entry, run.checkout()));
            }
            json.writeEndArray();
        });
    }

    private static void unseen(JsonGenerator json, Unseen unseen, Checkout checkout) throws IOException {
        json.writeStringField("description", Printable.of(unseen.what() + ": " + unseen.message()));
        json.writeStringField("check_name", "schemawatch-could-not-look");
        json.writeStringField("fingerprint", "could-not-look:" + unseen.what());
        json.writeStringField("severity", "blocker");
        place(json, checkout.path(checkout.anchor()), 1);
    }

    private static void entry(JsonGenerator json, Entry entry, Checkout checkout) throws IOException {
        json.writeStringField("description", entry.message());
        json.writeStringField("check_name", entry.rule());
        json.writeStringField("fingerprint", entry.fingerprint());
        json.writeStringField("severity", severity(entry.severity()));
        place(
                json,
                entry.path(checkout),
                Math.max(1, entry.place().map(place -> place.line()).orElse(1)));
    }

    private static void place(JsonGenerator json, String path, int line) throws IOException {
        Json.object(json, "location", location -> {
            location.writeStringField("path", path);
            Json.object(location, "lines", lines -> lines.writeNumberField("begin", line));
        });
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
