package dev.schemawatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of figures, line by line; also shown while it grows. */
final class Page {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
        System.err.println(line);
    }

    /** A heading, what is done, and the head of a table. */
    void table(String title, String what, String... columns) {
        add("");
        add("## " + title);
        add("");
        add(what);
        add("");
        add("| | " + String.join(" | ", columns) + " |");
        add("|---|" + "---:|".repeat(columns.length));
    }

    void row(String name, String cells) {
        add("| " + name + " | " + cells + " |");
    }

    /** Says below a table what is not in it. */
    void absent(String what) {
        add("");
        add("Not measured: " + what + ".");
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** The machine and its load, since figures mean nothing without. */
    static String machine() throws IOException {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
        return "%d cores of %s, Linux %s, load average %s".formatted(
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("os.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }
}
