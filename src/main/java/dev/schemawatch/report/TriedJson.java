package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.replay.MigrationTrace;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a dry run came to as fields of JSON. */
final class TriedJson {
    private TriedJson() {}

    static void write(JsonGenerator json, Tried tried) throws IOException {
        json.writeStringField("scratch", tried.scratch());
        if (tried.live().isPresent()) {
            json.writeStringField("copyOf", tried.live().get());
        }
        json.writeNumberField("applied", tried.replayed().applied());
        json.writeNumberField("reused", tried.replayed().reused());
        if (tried.replayed().failure().isPresent()) {
            json.writeStringField(
                    "failed", tried.replayed().failure().get().migration().name());
        }
        Json.objects(json, "missing", tried.missing().map(Plan::statements).orElse(List.of()), PlanReport::statement);
        Json.objects(json, "makers", tried.makers().entrySet(), (one, maker) -> {
            one.writeStringField("kind", maker.getKey().kind().token());
            one.writeStringField("object", maker.getKey().display());
            one.writeStringField("file", maker.getValue().path());
            if (maker.getValue().line() > 0) {
                one.writeNumberField("line", maker.getValue().line());
            }
        });
        Json.objects(json, "traces", tried.replayed().traces(), (one, trace) -> {
            one.writeStringField("migration", trace.migration().name());
            Json.objects(one, "statements", trace.statements(), TriedJson::statement);
        });
    }

    private static void statement(JsonGenerator json, MigrationTrace.Statement statement) throws IOException {
        json.writeStringField("file", statement.place().path());
        json.writeNumberField("line", statement.place().line());
        json.writeNumberField("durationMs", statement.took().toMillis());
        Json.objects(json, "locks", statement.locks(), (one, lock) -> {
            one.writeStringField("relation", lock.relation());
            one.writeStringField("mode", lock.mode().words());
        });
        Json.objects(json, "changes", statement.changes(), (one, change) -> {
            one.writeStringField("kind", change.kind().name().toLowerCase(Locale.ROOT));
            one.writeStringField("relation", change.relation());
        });
    }
}
