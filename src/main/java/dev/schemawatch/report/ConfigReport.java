package dev.schemawatch.report;

import dev.schemawatch.config.ConfigEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configuration in force, as text for people and for programs. */
public final class ConfigReport {
    private static final int SCHEMA_VERSION = 1;
    private static final String NONE = "(none)";
    private static final int WIDEST_VALUE = 32;

    private final Paint paint;

    public ConfigReport(Paint paint) {
        this.paint = paint;
    }

    /** A line for each key: its name, its value, where that comes from. Every line ends with a line feed. */
    public String text(List<ConfigEntry> entries, Optional<Path> file) {
        int keys = entries.stream()
                .mapToInt(entry -> Printable.of(entry.key()).length())
                .max()
                .orElse(0);
        int values = Math.min(
                WIDEST_VALUE,
                entries.stream().mapToInt(entry -> value(entry).length()).max().orElse(0));
        String heading = file.map(path -> "File: " + Printable.of(path.toString()))
                .orElse("There is no schemawatch.yaml here or above.");
        return heading + "\n\n"
                + entries.stream()
                        .map(entry -> padded(Printable.of(entry.key()), keys) + padded(value(entry), values)
                                + paint.faint(origin(entry)) + "\n")
                        .collect(Collectors.joining());
    }

    /** All of it as one JSON object. */
    public String json(String version, List<ConfigEntry> entries, Optional<Path> file) {
        return Json.document(json -> Json.object(json, inner -> {
            inner.writeNumberField("schemaVersion", SCHEMA_VERSION);
            Json.object(inner, "tool", tool -> {
                tool.writeStringField("name", "schemawatch");
                tool.writeStringField("version", version);
            });
            inner.writeStringField("command", "config");
            inner.writeStringField("file", file.map(Path::toString).orElse(null));
            Json.objects(inner, "values", entries, (fields, entry) -> {
                fields.writeStringField("key", entry.key());
                fields.writeStringField("value", entry.value().orElse(null));
                fields.writeStringField("origin", entry.origin().word());
                fields.writeStringField("place", entry.place());
            });
        }));
    }

    private static String value(ConfigEntry entry) {
        return entry.value().map(Printable::of).orElse(NONE);
    }

    private static String origin(ConfigEntry entry) {
        return entry.place().isEmpty() ? entry.origin().word() : Printable.of(entry.place());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
