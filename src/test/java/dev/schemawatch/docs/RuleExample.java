package dev.schemawatch.docs;

import dev.schemawatch.checks.CheckFixture;
import dev.schemawatch.report.Paragraph;
import dev.schemawatch.report.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code explain} shows of a rule at work: the first of its bad fixtures and what is said of it, in lines that fit. */
record RuleExample(CheckFixture fixture) {
    private static final String COMMITTED = "HEAD/";
    private static final int WIDTH = 78;
    private static final String INDENT = "    ";

    String text() {
        List<String> lines = new ArrayList<>();
        for (String file : fixture.contents()) {
            boolean committed = file.startsWith(COMMITTED);
            String name = committed ? file.substring(COMMITTED.length()) + ", in the last commit" : file;
            String content = file.endsWith("/") ? "" : read(fixture.folder().resolve(file));
            lines.add(name + (content.isEmpty() ? " (empty)" : ""));
            content.lines().map(Printable::of).forEach(line -> lines.add(line.isBlank() ? "" : cut(INDENT + line)));
            lines.add("");
        }
        lines.add("is found to hold");
        String[] said = read(fixture.expected()).split("\n");
        for (int i = 0; i + 1 < said.length; i += 2) {
            String[] words = said[i].split(" ", 2);
            String place = words[1].substring(0, words[1].lastIndexOf(' '));
            String rule = words[1].substring(words[1].lastIndexOf(' ') + 1);
            List<String> finding = Paragraph.lines(
                    place + ": " + words[0] + " " + rule + ": " + said[i + 1].strip(), WIDTH - 2 * INDENT.length());
            lines.add(INDENT + finding.getFirst());
            finding.stream().skip(1).forEach(line -> lines.add(INDENT + INDENT + line));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading fixture " + file, e);
        }
    }
}
