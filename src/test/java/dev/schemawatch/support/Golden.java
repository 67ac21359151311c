package dev.schemawatch.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/**
 * Text that is compared with a file in the repository. {@code -Dgolden=update} writes the file instead; the change is then
 * read in {@code git diff} like any other.
 */
public final class Golden {
    private static final String COMMAND = "./mvnw verify -Dgolden=update";

    private Golden() {}

    /**
     * Fails, with a line by line difference and the command that would accept it, unless the file holds exactly that text.
     *
     * @param file relative to the project's folder
     */
    public static void assertMatches(Path file, String actual) {
        if ("update".equals(System.getProperty("golden"))) {
            write(file, actual);
            return;
        }
        String expected = read(file);
        if (!expected.equals(actual)) {
            throw new AssertionFailedError(
                    file + " is not what the code makes of it (- file, + code):\n" + difference(expected, actual)
                            + "If the change is intended: " + COMMAND,
                    expected,
                    actual);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("reading golden file " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing golden file " + file, e);
        }
    }

    /** The lines between the common head and the common tail, those of the file first. */
    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        int head = 0;
        while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> lines = new ArrayList<>();
        lines.add("  from line " + (head + 1));
        before.subList(head, before.size() - tail).forEach(line -> lines.add("- " + line));
        after.subList(head, after.size() - tail).forEach(line -> lines.add("+ " + line));
        return String.join("\n", lines) + "\n";
    }
}
