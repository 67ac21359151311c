package dev.schemawatch.cli;

import dev.schemawatch.doctor.Diagnosis;
import dev.schemawatch.doctor.Doctor;
import dev.schemawatch.doctor.Verdict;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.Secret;
import dev.schemawatch.report.DiagnosisReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schemawatch doctor}: whether everything is as Schemawatch needs it. */
@Command(
        name = "doctor",
        sortOptions = false,
        description = "Say what works and what is missing, with what mends it.",
        footer = "Ends with 2 when a line says error. Asks each database for a write that undoes itself.")
final class DoctorCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final PlainFormOption format = new PlainFormOption();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The database; rather use an environment variable.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--for",
            paramLabel = "NAME",
            description = "test, development or another name that the application runs under.")
    private @Nullable String name;

    DoctorCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant startedAt = surroundings.clock().instant();
        long start = System.nanoTime();
        DiagnosisReport report = new DiagnosisReport(options.paint(surroundings));
        PrintWriter out = surroundings.out();
        List<Diagnosis> all = new ArrayList<>();
        doctor().examine().forEachOrdered(diagnosis -> {
            all.add(diagnosis);
            if (format.form() == PlainForm.TEXT) {
                out.print(report.line(diagnosis));
                out.flush();
            }
        });
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        out.print(
                switch (format.form()) {
                    case TEXT -> report.sum(all, elapsed);
                    case JSON -> report.json(Version.number(), all, startedAt, elapsed);
                });
        out.flush();
        boolean hasError = all.stream().anyMatch(diagnosis -> diagnosis.verdict() == Verdict.ERROR);
        return (hasError ? ExitStatus.FINDINGS : ExitStatus.CLEAN).code();
    }

    private Doctor doctor() {
        return new Doctor(
                options.workingDirectory(surroundings),
                options.overrides(),
                surroundings.environment(),
                Optional.ofNullable(databaseUrl).map(Secret::new),
                Optional.ofNullable(name).map(EnvMode::new));
    }
}
