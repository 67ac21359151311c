package dev.schemawatch.report;

import dev.schemawatch.report.Run.Unseen;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A run as JUnit's XML, which every build server shows. Each finding is a test: it fails if it makes the command fail, and
 * passes with its message as output if not. What could not be looked at is an error.
 */
public final class JunitReport implements Report {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Override
    public String of(Run run) {
        List<Entry> entries = Entry.of(run);
        List<Unseen> unseen = run.unseen();
        StringBuilder tests = new StringBuilder();
        unseen.forEach(one -> unseen(tests, one));
        entries.forEach(entry -> entry(tests, entry, run));
        List<Unseen> passedOver = run.passedOver();
        passedOver.forEach(one -> skipped(tests, one));
        int number = unseen.size() + entries.size() + passedOver.size();
        if (number == 0) {
            tests.append("    <testcase name=\"no findings\" classname=\"schemawatch\" time=\"0\"/>\n");
        }
        String counts = attribute("tests", Integer.toString(Math.max(1, number)))
                + attribute(
                        "failures",
                        Long.toString(entries.stream()
                                .filter(entry -> entry.fails(run))
                                .count()))
                + attribute("errors", Integer.toString(unseen.size()))
                + attribute("skipped", Integer.toString(passedOver.size()))
                + attribute("time", seconds(run.elapsed()));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "schemawatch") + counts
                + ">\n  <testsuite" + attribute("name", "schemawatch " + run.title()) + counts
                + attribute("timestamp", TIME.format(run.startedAt().atOffset(ZoneOffset.UTC))) + ">\n" + tests
                + "  </testsuite>\n</testsuites>\n";
    }

    private static void unseen(StringBuilder tests, Unseen unseen) {
        test(tests, unseen.what(), "schemawatch", element("error", "could not look", "error", unseen.message()));
    }

    private static void entry(StringBuilder tests, Entry entry, Run run) {
        String body = entry.where(run.checkout()) + ": " + entry.message();
        String name = entry.title().isEmpty() ? entry.rule() : entry.rule() + ": " + entry.title();
        test(
                tests,
                name,
                entry.path(run.checkout()),
                entry.fails(run)
                        ? element("failure", entry.message(), entry.severity().word(), body)
                        : "      <system-out>" + escaped(entry.severity().word() + ": " + body) + "</system-out>\n");
    }

    private static void skipped(StringBuilder tests, Unseen check) {
        test(tests, check.what(), "schemawatch", "      <skipped" + attribute("message", check.message()) + "/>\n");
    }

    private static void test(StringBuilder tests, String name, String container, String content) {
        tests.append("    <testcase")
                .append(attribute("name", name))
                .append(attribute("classname", container))
                .append(" time=\"0\">\n")
                .append(content)
                .append("    </testcase>\n");
    }

    private static String element(String name, String message, String type, String body) {
        return "      <" + name + attribute("message", message) + attribute("type", type) + ">" + escaped(body) + "</"
                + name + ">\n";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    /** As content of an element or an attribute: without characters that XML 1.0 has no way to write. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Printable.of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isWritable(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isWritable(int c) {
        return !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF;
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.3f", elapsed.toNanos() / 1e9);
    }
}
