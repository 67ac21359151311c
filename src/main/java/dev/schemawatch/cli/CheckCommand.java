package dev.schemawatch.cli;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.config.FailOn;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.report.TextReport;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schemawatch check}: the files of the repository, without a database. */
@Command(
        name = "check",
        sortOptions = false,
        description = "Check schemas, migrations and .env files once; no database.")
final class CheckCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final ResultOptions results = new ResultOptions(FailOn.ERROR);

    @Option(
            names = "--all",
            description = "Hold every migration against the rules of safety, not only what the main branch lacks.")
    private boolean all;

    CheckCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new ReportedRun("check", options, results, surroundings).of(this::check);
    }

    private ReportedRun.Result check() {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        Outcome outcome = new Engine(
                        Checks.all(setup.checks()), all ? setup.rules().everywhere() : setup.rules())
                .evaluate(
                        Inputs.of(workspace)
                                .with(setup.env(surroundings.environment()))
                                .with(MakerRecords.ofUser()),
                        Memo.empty())
                .outcome();
        ExitStatus status =
                results.status(setup.config(), outcome.findings().stream().map(Finding::severity));
        return new ReportedRun.Result(
                setup,
                workspace,
                outcome,
                status,
                results.failOn(setup.config()),
                new TextReport(options.paint(surroundings), workspace.files())::check);
    }
}
