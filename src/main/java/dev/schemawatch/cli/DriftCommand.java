package dev.schemawatch.cli;

import dev.schemawatch.config.FailOn;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.TextReport;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schemawatch drift}: the live databases against the schema. */
@Command(name = "drift", sortOptions = false, description = "Compare the live database with the schema once.")
final class DriftCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final ResultOptions results = new ResultOptions(FailOn.WARNING);

    @Mixin
    private final DatabaseChoice databases = new DatabaseChoice();

    DriftCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new ReportedRun("drift", options, results, surroundings).of(this::compare);
    }

    private ReportedRun.Result compare() {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        ComparedDatabases compared =
                ComparedDatabases.look(setup, workspace, databases.targets(setup, workspace, options, surroundings));
        return new ReportedRun.Result(
                setup,
                workspace,
                compared.outcome(),
                status(setup, compared),
                results.failOn(setup.config()),
                new TextReport(options.paint(surroundings))::drift);
    }

    private static Stream<Severity> severities(Compared compared) {
        return Stream.concat(
                compared.drift().stream().filter(DriftFinding::isSettled).map(DriftFinding::severity),
                compared.findings().stream().map(Finding::severity));
    }

    /** Drift that was found is certain, so it decides; then what could not be looked at. */
    private ExitStatus status(Setup setup, ComparedDatabases all) {
        ExitStatus found = results.status(
                setup.config(), all.outcome().databases().values().stream().flatMap(database -> switch (database) {
                    case Compared compared -> severities(compared);
                    case NotCompared _ -> Stream.<Severity>empty();
                }));
        return found == ExitStatus.FINDINGS ? found : all.unseen();
    }
}
