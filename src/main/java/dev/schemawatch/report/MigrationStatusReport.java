package dev.schemawatch.report;

import dev.schemawatch.engine.MigrationStatus;
import dev.schemawatch.engine.MigrationStatus.Line;
import dev.schemawatch.engine.MigrationStatus.Merged;
import dev.schemawatch.engine.MigrationStatus.State;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the migrations of databases are: a table for people, an object for programs. */
public final class MigrationStatusReport {
    private static final int SCHEMA_VERSION = 1;
    private static final int MERGED_WIDTH = 8;
    private static final int STATE_WIDTH = 13;

    private final Paint paint;

    public MigrationStatusReport(Paint paint) {
        this.paint = paint;
    }

    /**
     * What is known of one database.
     *
     * @param branch that work is merged into; empty where there is no git
     * @param status what the migrations are; empty where the database could not be looked at
     * @param reason why it could not be
     */
    public record Entry(
            String database, Optional<String> branch, Optional<MigrationStatus> status, Optional<String> reason) {
        public Entry {
            Objects.requireNonNull(database);
            Objects.requireNonNull(branch);
            Objects.requireNonNull(status);
            Objects.requireNonNull(reason);
        }
    }

    /** One database: a line for each migration, and the verdict as the last line. */
    public String text(Entry entry) {
        StringBuilder text = new StringBuilder();
        entry.status().ifPresent(status -> {
            text.append("folder  ")
                    .append(padded("merged", MERGED_WIDTH))
                    .append(padded("database", STATE_WIDTH))
                    .append("migration")
                    .append(entry.branch()
                            .map(branch -> "  (merged: into " + Printable.of(branch) + ")")
                            .orElse(""))
                    .append("\n");
            status.lines().forEach(line -> text.append(line(line)));
        });
        return text.append(paint.strong("Database " + Printable.of(entry.database()) + ":"))
                .append(" ")
                .append(Printable.of(sentence(entry)))
                .append("\n")
                .toString();
    }

    /** All of them as one JSON object. */
    public String json(String version, List<Entry> entries) {
        return Json.document(json -> Json.object(json, inner -> {
            inner.writeNumberField("schemaVersion", SCHEMA_VERSION);
            Json.object(inner, "tool", tool -> {
                tool.writeStringField("name", "schemawatch");
                tool.writeStringField("version", version);
            });
            inner.writeStringField("command", "migration status");
            Json.objects(inner, "databases", entries, (fields, entry) -> {
                fields.writeStringField("name", entry.database());
                fields.writeStringField(
                        "verdict",
                        entry.status().map(status -> word(status.verdict())).orElse("unknown"));
                fields.writeStringField("message", sentence(entry));
                fields.writeStringField("branch", entry.branch().orElse(""));
                Json.objects(
                        fields,
                        "migrations",
                        entry.status().map(MigrationStatus::lines).orElse(List.of()),
                        (one, line) -> {
                            one.writeStringField("name", line.name());
                            one.writeBooleanField("inFolder", line.inFolder());
                            one.writeStringField("merged", word(line.merged()));
                            one.writeStringField("state", word(line.state()));
                        });
            });
        }));
    }

    private String line(Line line) {
        return padded(line.inFolder() ? "yes" : "no", MERGED_WIDTH)
                + padded(word(line.merged()), MERGED_WIDTH)
                + painted(line.state(), padded(word(line.state()), STATE_WIDTH))
                + Printable.of(line.name()) + "\n";
    }

    private String painted(State state, String word) {
        return switch (state) {
            case APPLIED -> paint.good(word);
            case BY_HAND -> paint.faint(word);
            case PENDING, OUT_OF_ORDER, ROLLED_BACK -> paint.severity(Severity.WARNING, word);
            case EDITED, MISSING, FAILED -> paint.severity(Severity.ERROR, word);
        };
    }

    private static String sentence(Entry entry) {
        return entry.status()
                .map(MigrationStatusReport::sentence)
                .orElseGet(() -> entry.reason().orElse("it could not be looked at."));
    }

    private static String sentence(MigrationStatus status) {
        String pending = Words.count(
                Stream.of(State.PENDING, State.OUT_OF_ORDER, State.ROLLED_BACK)
                        .mapToLong(status::count)
                        .sum(),
                "migration");
        return switch (status.verdict()) {
            case UP_TO_DATE ->
                "up to date, with " + Words.count(status.count(State.APPLIED), "migration") + " applied.";
            case PENDING ->
                "pending: " + pending + " to apply"
                        + (status.count(State.OUT_OF_ORDER) > 0
                                ? ", " + status.count(State.OUT_OF_ORDER)
                                        + " of them before one that is applied already"
                                : "")
                        + "; run npx prisma migrate deploy.";
            case DIVERGED ->
                "diverged: " + Words.count(status.count(State.EDITED), "applied migration") + " edited since and "
                        + status.count(State.MISSING)
                        + " missing in the folder; bring the scripts back as they were applied.";
            case FAILED ->
                "failed: " + Words.count(status.count(State.FAILED), "migration")
                        + " never finished, and Prisma applies no other; mend what was left behind, then run npx prisma migrate"
                        + " resolve.";
        };
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(Math.max(1, width - word.length()));
    }

    private static String word(Merged merged) {
        return merged == Merged.UNKNOWN ? "?" : word((Enum<?>) merged);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
