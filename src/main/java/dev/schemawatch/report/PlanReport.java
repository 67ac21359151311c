package dev.schemawatch.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.plan.Hazard;
import dev.schemawatch.plan.LeftOut;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.plan.Statement;
import dev.schemawatch.report.PlannedDatabase.NotPlanned;
import dev.schemawatch.report.PlannedDatabase.Planned;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Plans as a script that {@code psql} takes: what is not a statement is a comment. */
public final class PlanReport {
    private static final int SCHEMA_VERSION = 1;

    private final Paint paint;

    public PlanReport(Paint paint) {
        this.paint = Objects.requireNonNull(paint);
    }

    /** For people: each statement below why it is needed and what it can do to a system that runs. */
    public String text(List<PlannedDatabase> databases) {
        return databases.stream()
                .map(database -> switch (database) {
                    case Planned planned -> heading(planned) + script(planned.plan());
                    case NotPlanned failed -> comment(notPlanned(failed));
                })
                .collect(joining("\n"));
    }

    /** The statements, and what is left out, without explanations. */
    public String sql(List<PlannedDatabase> databases) {
        return databases.stream()
                .map(database -> switch (database) {
                    case Planned(var _, Plan plan, var _) -> statements(plan, PlanReport::sql) + leftOut(plan);
                    case NotPlanned failed -> comment(notPlanned(failed));
                })
                .collect(joining());
    }

    /** All of it as one JSON object. */
    public static String json(String version, List<PlannedDatabase> databases) {
        return Json.document(json -> Json.object(json, inner -> {
            inner.writeNumberField("schemaVersion", SCHEMA_VERSION);
            Json.object(inner, "tool", tool -> {
                tool.writeStringField("name", "schemawatch");
                tool.writeStringField("version", version);
            });
            inner.writeStringField("command", "plan");
            Json.objects(inner, "databases", databases, PlanReport::database);
        }));
    }

    /** The statements of one plan, with explanations, and what it leaves out. */
    String script(Plan plan) {
        return statements(plan, this::explained) + leftOut(plan);
    }

    /** Who runs it as one transaction reads where that cannot be. */
    private String statements(Plan plan, Function<Statement, String> text) {
        return plan.transactions().stream()
                .map(transaction -> transaction.stream().map(text).collect(joining()))
                .collect(joining(comment(
                        "Not as one transaction (no psql --single-transaction): commit here. What follows uses a value that was"
                                + " added above.")));
    }

    private String heading(Planned planned) {
        int statements = planned.plan().statements().size();
        String what = statements == 0
                ? "there is nothing to do."
                : Words.count(statements, "statement") + (statements == 1 ? " brings" : " bring")
                        + " it closer to the schema. Nothing was run.";
        String pending = planned.pending().isEmpty()
                ? ""
                : comment("Migrations that are still to be applied speak of what differs ("
                        + String.join(", ", planned.pending()) + "): apply them, then plan again.");
        return comment("Database " + planned.name() + ": " + what) + pending + (statements == 0 ? "" : "\n");
    }

    private static String notPlanned(NotPlanned failed) {
        return "Database " + failed.name() + " was not compared: " + failed.message();
    }

    private String explained(Statement statement) {
        return comment(statement.why())
                + statement.hazards().stream()
                        .map(hazard -> comment("  " + hazard.words()))
                        .collect(joining())
                + sql(statement) + "\n";
    }

    private static String sql(Statement statement) {
        return statement.sql().lines().map(Printable::of).collect(joining("\n")) + ";\n";
    }

    private String leftOut(Plan plan) {
        String lines = plan.leftOut().stream()
                .map(left -> comment("  " + Words.difference(left.difference()) + ": " + left.reason()))
                .collect(joining());
        return lines.isEmpty() ? "" : comment("Left out:") + lines;
    }

    private String comment(String text) {
        return paint.faint("-- " + Printable.of(text)) + "\n";
    }

    private static void database(JsonGenerator json, PlannedDatabase database) throws IOException {
        json.writeStringField("name", database.name());
        switch (database) {
            case Planned(var _, Plan plan, List<String> pending) -> {
                json.writeStringField("status", "planned");
                json.writeArrayFieldStart("pendingMigrations");
                for (String migration : pending) {
                    json.writeString(migration);
                }
                json.writeEndArray();
                json.writeBooleanField("oneTransaction", plan.transactions().size() < 2);
                Json.objects(json, "statements", plan.statements(), PlanReport::statement);
                Json.objects(json, "leftOut", plan.leftOut(), PlanReport::leftOut);
            }
            case NotPlanned(var _, var reason, String message) -> {
                json.writeStringField("status", "notCompared");
                json.writeStringField("reason", Words.reason(reason));
                json.writeStringField("message", message);
            }
        }
    }

    static void statement(JsonGenerator json, Statement statement) throws IOException {
        json.writeStringField("sql", statement.sql());
        object(json, statement.object());
        json.writeStringField("why", statement.why());
        json.writeArrayFieldStart("hazards");
        for (Hazard hazard : statement.hazards()) {
            json.writeString(hazard.token());
        }
        json.writeEndArray();
    }

    private static void leftOut(JsonGenerator json, LeftOut left) throws IOException {
        object(json, left.difference().object());
        json.writeStringField("difference", Words.difference(left.difference()));
        json.writeStringField("cause", left.cause().token());
        json.writeStringField("reason", left.reason());
    }

    private static void object(JsonGenerator json, SchemaObject object) throws IOException {
        json.writeStringField("kind", object.kind().token());
        json.writeStringField("object", object.display());
    }
}
