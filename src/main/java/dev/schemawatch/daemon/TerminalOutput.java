package dev.schemawatch.daemon;

import dev.schemawatch.report.DeltaReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

/** Writes what became different to the terminal, or to whatever stands in its place. */
public final class TerminalOutput implements RunListener {
    private final DeltaReport report;
    private final PrintWriter out;
    private final boolean quietWhenSame;

    /** @param terminal whether a line of state can be written over; elsewhere a run that changed nothing writes nothing */
    public TerminalOutput(DeltaReport report, PrintWriter out, boolean terminal) {
        this.report = report;
        this.out = out;
        this.quietWhenSame = !terminal;
    }

    @Override
    public void ran(Run run) {
        boolean same = run.past().outcome().filter(run.current()::equals).isPresent();
        if (!same || !quietWhenSame) {
            write(report.run(
                    run.past(), run.current(), run.elapsed(), run.trigger().words(), run.at()));
        }
    }

    @Override
    public void said(String message, Instant at) {
        write(report.note(message, at));
    }

    @Override
    public void failed(Throwable fault, Instant at) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        write(report.note("a check broke, which is a fault of Schemawatch; the result before stays in force", at));
        trace.toString().lines().forEach(line -> write(report.note(line, at)));
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }
}
