package dev.schemawatch.cli;

import dev.schemawatch.config.FailOn;
import dev.schemawatch.dryrun.DryRun;
import dev.schemawatch.dryrun.DryRunRequest;
import dev.schemawatch.dryrun.DryRunResult;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.DryRunReport;
import dev.schemawatch.report.Tried;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schemawatch dry-run}: the migrations on an empty database, and what they come to against the schema. */
@Command(
        name = "dry-run",
        sortOptions = false,
        customSynopsis = "schemawatch dry-run [OPTIONS]",
        description = "Try all migrations on an empty database.")
final class DryRunCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final ResultOptions results = new ResultOptions(FailOn.WARNING);

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Option(names = "--pending", description = "Only what is pending, on a copy of the live state.")
    private boolean pending;

    @Option(names = "--trace", description = "Show locks of the pending, else last migration.")
    private boolean trace;

    DryRunCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new ReportedRun("dry-run", options, results, surroundings).of(this::run);
    }

    private ReportedRun.Result run() {
        DryRunRequest request = scratch.request(pending, trace);
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        Project project = Repository.project(setup, workspace);
        DryRunResult result;
        try (ReplayProgress progress = new ReplayProgress(surroundings)) {
            result = new DryRun(setup, workspace, project, options.environment(surroundings), MakerRecords.ofUser())
                    .run(request, progress);
        } catch (ScratchException e) {
            throw new CommandFailure(ScratchOptions.status(e.kind()), String.valueOf(e.getMessage()));
        } catch (CancellationException _) {
            throw new CommandFailure(
                    ExitStatus.INTERRUPTED,
                    "The dry run was interrupted, so nothing is known of the migrations. Start it again to try them all.");
        }
        Tried tried = tried(result);
        DryRunReport report = new DryRunReport(options.paint(surroundings), tried);
        return new ReportedRun.Result(
                setup,
                workspace,
                result.outcome(),
                status(setup, result.outcome()),
                results.failOn(setup.config()),
                report::text,
                Optional.of(tried));
    }

    /** What reports say of a result, beside its findings. */
    static Tried tried(DryRunResult result) {
        return new Tried(result.missing(), result.makers(), result.replayed(), result.live(), result.scratch());
    }

    /** What was found is certain, so it decides; then whether the outcome could be compared. */
    private ExitStatus status(Setup setup, Outcome outcome) {
        Stream<Severity> drift = outcome.databases().values().stream().flatMap(database -> switch (database) {
            case Compared compared ->
                compared.drift().stream().filter(DriftFinding::isSettled).map(DriftFinding::severity);
            case NotCompared _ -> Stream.<Severity>empty();
        });
        ExitStatus found = results.status(
                setup.config(), Stream.concat(outcome.allFindings().stream().map(Finding::severity), drift));
        boolean unseen = outcome.databases().values().stream().anyMatch(NotCompared.class::isInstance);
        return found == ExitStatus.CLEAN && unseen ? ExitStatus.FAILED : found;
    }
}
