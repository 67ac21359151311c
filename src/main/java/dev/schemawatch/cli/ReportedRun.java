package dev.schemawatch.cli;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Checkout;
import dev.schemawatch.report.Paint;
import dev.schemawatch.report.Printable;
import dev.schemawatch.report.Report;
import dev.schemawatch.report.Run;
import dev.schemawatch.report.Tried;
import dev.schemawatch.setup.InvalidSetup;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Does the work of a command that runs once, and writes its reports: also when the work could not be done, since a build server
 * that finds no report, or an empty one, takes it for a clean one. Made when the command starts: it measures the time.
 */
final class ReportedRun {
    private final String command;
    private final String target;
    private final Path directory;
    private final Outputs outputs;
    private final Surroundings surroundings;
    private final GithubActions actions;
    private final Instant startedAt;
    private final long start = System.nanoTime();

    /**
     * @param command its name, for the reports
     * @throws CommandFailure when the command line asks for reports that cannot be
     */
    ReportedRun(String command, GlobalOptions options, ResultOptions results, Surroundings surroundings) {
        this(command, "", options, results, surroundings);
    }

    /**
     * @param command its name, for the reports
     * @param target what it was asked to do its job for; empty when for nothing
     * @throws CommandFailure when the command line asks for reports that cannot be
     */
    ReportedRun(
            String command, String target, GlobalOptions options, ResultOptions results, Surroundings surroundings) {
        this.command = command;
        this.target = target;
        this.directory = options.workingDirectory(surroundings);
        this.outputs = results.outputs(directory);
        this.surroundings = surroundings;
        this.actions = new GithubActions(surroundings.environment());
        this.startedAt = surroundings.clock().instant();
    }

    /**
     * Works and reports. What the work throws is reported and thrown on.
     *
     * @return the code to end with
     * @throws CommandFailure also when a report could not be written
     */
    int of(Supplier<Result> work) {
        Result result;
        try {
            result = work.get();
        } catch (CommandFailure | InvalidSetup known) {
            failed(String.valueOf(known.getMessage()));
            throw known;
        } catch (InvalidPathException name) {
            CommandFailure known = UnusableName.failure(name);
            failed(String.valueOf(known.getMessage()));
            throw known;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError fault) {
            failed(
                    "Internal error: " + fault.getClass().getSimpleName()
                            + ". This is a fault of Schemawatch; please report it with the output of the same command and --debug.");
            throw fault;
        }
        Run run = new Run(
                Version.number(),
                command,
                target,
                status(result.status()),
                result.failOn(),
                result.outcome(),
                Optional.empty(),
                startedAt,
                elapsed(),
                new Checkouts(surroundings.environment()).around(result.setup().root(), result.workspace()),
                Checks.rules(),
                result.tried());
        Report text = _ -> result.text().apply(result.outcome(), run.elapsed());
        List<String> problems = deliver(run, text);
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitStatus.FAILED, String.join("\n", problems));
        }
        return result.status().code();
    }

    /** Standard error is told by whoever catches what was thrown, so people read nothing on standard output. */
    private void failed(String message) {
        Checkout checkout = new Checkouts(surroundings.environment()).around(directory);
        Run run = Run.failed(Version.number(), command, target, message, startedAt, elapsed(), checkout);
        Report text =
                _ -> message.lines().map(line -> Printable.of(line) + "\n").collect(Collectors.joining());
        for (String problem : deliver(run, text)) {
            surroundings.err().println(Printable.of(problem));
        }
    }

    private List<String> deliver(Run run, Report text) {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Path, Format> file : outputs.files().entrySet()) {
            Report plain = one -> Paint.withoutColours(text.of(one));
            new ReportFile(file.getKey())
                    .write(file.getValue().report(plain).of(run))
                    .ifPresent(problem -> problems.add("--output: " + problem));
        }
        PrintWriter out = surroundings.out();
        switch (outputs.out()) {
            case TEXT, AUTO -> {
                boolean annotated = outputs.out() == Format.AUTO && actions.areHere();
                if (run.failure().isEmpty()) {
                    out.print(annotated ? actions.quoted(text.of(run)) : text.of(run));
                }
                if (annotated) {
                    problems.addAll(annotate(run, out));
                }
            }
            case GITHUB -> problems.addAll(annotate(run, out));
            case JSON, NDJSON, SARIF, JUNIT, GITLAB, MARKDOWN ->
                out.print(outputs.out().report(text).of(run));
        }
        out.flush();
        return problems;
    }

    private List<String> annotate(Run run, PrintWriter out) {
        out.print(actions.annotations().of(run));
        return actions.summarise(run).stream().toList();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Run.Status status(ExitStatus status) {
        return switch (status) {
            case CLEAN -> Run.Status.CLEAN;
            case FINDINGS -> Run.Status.FINDINGS;
            case FAILED, REFUSED, USAGE, CONFIGURATION, INTERRUPTED, TERMINATED -> Run.Status.FAILED;
        };
    }

    /**
     * What came of the work.
     *
     * @param failOn from which severity on findings make the command fail; empty for never
     * @param text makes the report for people from the outcome and the time it took
     * @param tried what a dry run came to; empty for every other command
     */
    record Result(
            Setup setup,
            Workspace workspace,
            Outcome outcome,
            ExitStatus status,
            Optional<Severity> failOn,
            BiFunction<Outcome, Duration, String> text,
            Optional<Tried> tried) {

        /** Of a command that tries nothing. */
        Result(
                Setup setup,
                Workspace workspace,
                Outcome outcome,
                ExitStatus status,
                Optional<Severity> failOn,
                BiFunction<Outcome, Duration, String> text) {
            this(setup, workspace, outcome, status, failOn, text, Optional.empty());
        }
    }
}
