package dev.schemawatch.report;

import dev.schemawatch.replay.MigrationTrace;
import dev.schemawatch.replay.MigrationTrace.Change;
import dev.schemawatch.replay.MigrationTrace.Statement;
import dev.schemawatch.replay.MigrationTrace.TakenLock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What migrations do to a running system, as text for people. Every line ends with a line feed. */
final class TraceTable {
    private static final int WIDEST_STATEMENT = 70;
    private static final int WIDEST_MODE = 22;

    private final Paint paint;

    TraceTable(Paint paint) {
        this.paint = paint;
    }

    String of(List<MigrationTrace> traces) {
        StringBuilder text = new StringBuilder(paint.strong("What this does to a running system"))
                .append(
                        "\n(locks are those of a full database and are held until the migration ends; times are not)\n");
        for (MigrationTrace trace : traces) {
            text.append('\n').append(Printable.of(trace.migration().path())).append('\n');
            if (trace.statements().isEmpty()) {
                text.append("  nothing\n");
            }
            trace.statements().forEach(statement -> statement(statement, text));
        }
        return text.toString();
    }

    private void statement(Statement statement, StringBuilder text) {
        String line = Printable.of(statement.text().strip().replaceAll("\\s+", " "));
        String shown = line.length() > WIDEST_STATEMENT ? line.substring(0, WIDEST_STATEMENT) + "…" : line;
        text.append("  ")
                .append(paint.faint(statement.place().line() + ":"))
                .append(' ')
                .append(shown)
                .append("  ")
                .append(paint.faint(Words.elapsed(statement.took())))
                .append('\n');
        for (TakenLock lock : statement.locks()) {
            lock.mode()
                    .blocks()
                    .ifPresent(blocked -> text.append("      locks ")
                            .append(padded(lock.mode().words()))
                            .append(' ')
                            .append(Printable.of(lock.relation()))
                            .append(": blocks ")
                            .append(blocked)
                            .append('\n'));
        }
        statement.changes().stream()
                .collect(Collectors.groupingBy(
                        Change::kind,
                        TreeMap::new,
                        Collectors.mapping(change -> Printable.of(change.relation()), Collectors.joining(", "))))
                .forEach((kind, names) -> text.append("      ")
                        .append(kind.words())
                        .append(' ')
                        .append(names)
                        .append('\n'));
    }

    private static String padded(String mode) {
        return mode + " ".repeat(Math.max(0, WIDEST_MODE - mode.length()));
    }
}
