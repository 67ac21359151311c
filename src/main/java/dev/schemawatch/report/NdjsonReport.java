package dev.schemawatch.report;

import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;

/** A run as JSON objects, one a line, each with a {@code type}; the last line is the summary and says that all were told. */
public final class NdjsonReport implements Report {

    @Override
    public String of(Run run) {
        StringBuilder lines = new StringBuilder();
        Fingerprints fingerprints = new Fingerprints();
        for (Finding finding : run.outcome().allFindings()) {
            line(lines, "finding", json -> OutcomeJson.finding(json, finding));
        }
        for (Outcome.Suppressed suppressed : run.outcome().suppressed()) {
            line(lines, "suppressed", json -> OutcomeJson.suppressed(json, suppressed));
        }
        for (Outcome.SkippedCheck skipped : run.outcome().skipped()) {
            line(lines, "skipped", json -> OutcomeJson.skipped(json, skipped));
        }
        run.outcome().databases().forEach((name, database) -> {
            for (DriftFinding difference : OutcomeJson.drift(database)) {
                line(lines, "difference", json -> {
                    json.writeStringField("database", name);
                    OutcomeJson.difference(json, difference, fingerprints.of(name, difference.difference()));
                });
            }
            line(lines, "database", json -> OutcomeJson.database(json, name, database));
        });
        line(lines, "summary", json -> {
            JsonReport.head(json, run);
            OutcomeJson.summary(json, run.outcome());
        });
        return lines.toString();
    }

    private static void line(StringBuilder lines, String type, Json.Content fields) {
        lines.append(Json.line(json -> {
            json.writeStringField("type", type);
            fields.write(json);
        }));
    }
}
