package dev.schemawatch.report;

import dev.schemawatch.config.ConfigEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration in force, as text for people and for programs. */
public final class ConfigReport {
    private static final int SCHEMA_VERSION = 1;
    private static final String GAP = "  ";
    private static final String NONE = "(none)";
    private static final int WIDTH = 80;
    private static final int NARROWEST_VALUE = 12;

    private final Paint paint;

    public ConfigReport(Paint paint) {
        this.paint = paint;
    }

    /**
     * For each key its name, its value, where that comes from; in 80 columns, also when nobody but a program reads it, so a value
     * goes on below its beginning. Every line ends with a line feed.
     */
    public String text(List<ConfigEntry> entries, Optional<Path> file) {
        int keys = entries.stream()
                .mapToInt(entry -> Printable.of(entry.key()).length())
                .max()
                .orElse(0);
        int origins =
                entries.stream().mapToInt(entry -> origin(entry).length()).max().orElse(0);
        int values = Math.max(NARROWEST_VALUE, WIDTH - keys - origins - 2 * GAP.length());
        String heading = file.map(path -> "File: " + Printable.of(path.toString()))
                .orElse("There is no schemawatch.yaml here or above.");
        return heading + "\n\n"
                + entries.stream().map(entry -> lines(entry, keys, values)).collect(Collectors.joining());
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

    private String lines(ConfigEntry entry, int keys, int values) {
        String breakable = value(entry).replaceAll("\\S{" + values + "}(?=\\S)", "$0 ");
        List<String> value = Paragraph.lines(breakable, values);
        String first =
                padded(Printable.of(entry.key()), keys) + padded(value.getFirst(), values) + paint.faint(origin(entry));
        return Stream.concat(Stream.of(first), value.stream().skip(1).map(line -> padded("", keys) + line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length())) + GAP;
    }
}
