package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.report.Run.Status;
import java.io.IOException;

/**
 * A run as one JSON object, the same for every command. Its fields are described in {@code src/site/markdown/json.md}; within
 * one {@code schemaVersion} fields are only added.
 */
public final class JsonReport implements Report {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public String of(Run run) {
        Fingerprints fingerprints = new Fingerprints();
        return Json.document(json -> Json.object(json, _ -> {
            head(json, run);
            OutcomeJson.summary(json, run.outcome());
            Json.objects(json, "findings", run.outcome().allFindings(), OutcomeJson::finding);
            Json.objects(json, "suppressed", run.outcome().suppressed(), OutcomeJson::suppressed);
            Json.objects(json, "skipped", run.outcome().skipped(), OutcomeJson::skipped);
            Json.objects(json, "databases", run.outcome().databases().entrySet(), (inner, database) -> {
                OutcomeJson.database(inner, database.getKey(), database.getValue());
                if (!(database.getValue() instanceof NotCompared)) {
                    Json.objects(
                            inner,
                            "differences",
                            OutcomeJson.drift(database.getValue()),
                            (each, difference) -> OutcomeJson.difference(
                                    each, difference, fingerprints.of(database.getKey(), difference.difference())));
                }
            });
        }));
    }

    /** What is known of a run as a whole, but its sums. */
    static void head(JsonGenerator json, Run run) throws IOException {
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "schemawatch");
        json.writeStringField("version", run.version());
        json.writeEndObject();
        json.writeStringField("command", run.command());
        json.writeStringField("startedAt", run.startedAt().toString());
        json.writeNumberField("durationMs", run.elapsed().toMillis());
        json.writeStringField("status", run.status().word());
        json.writeBooleanField("retryable", run.status() == Status.FAILED && isRetryable(run));
        if (run.failure().isPresent()) {
            json.writeStringField("message", run.failure().get());
        }
        if (run.tried().isPresent()) {
            Json.object(
                    json, "dryRun", inner -> TriedJson.write(inner, run.tried().get()));
        }
    }

    private static boolean isRetryable(Run run) {
        return run.outcome().databases().values().stream()
                .anyMatch(database -> database instanceof NotCompared notCompared
                        && notCompared.reason().isRetryable());
    }
}
