package dev.schemawatch.cli;

import dev.schemawatch.config.FailOn;
import dev.schemawatch.daemon.ExpectedDatabase;
import dev.schemawatch.daemon.LiveDatabase;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.TextReport;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.TreeMap;
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
        List<DatabaseTarget> targets = databases.targets(setup, workspace, options, surroundings);
        TreeMap<String, WatchedDatabase> seen = new TreeMap<>();
        ExpectedDatabase expected = new ExpectedDatabase();
        for (DatabaseTarget target : targets) {
            seen.put(target.name(), LiveDatabase.once(setup, target, expected).lookAt(target, workspace));
        }
        Outcome outcome = new Engine(List.of(), setup.rules())
                .evaluate(new Inputs(workspace, seen), expected.memo())
                .outcome();
        return new ReportedRun.Result(
                setup,
                workspace,
                outcome,
                status(setup, outcome),
                results.failOn(setup.config()),
                new TextReport(options.paint(surroundings))::drift);
    }

    private static Stream<Severity> severities(Compared compared) {
        return Stream.concat(
                compared.drift().stream().filter(DriftFinding::isSettled).map(DriftFinding::severity),
                compared.findings().stream().map(Finding::severity));
    }

    /** Drift that was found is certain, so it decides; then what could not be looked at. */
    private ExitStatus status(Setup setup, Outcome outcome) {
        ExitStatus found = results.status(
                setup.config(), outcome.databases().values().stream().flatMap(database -> switch (database) {
                    case Compared compared -> severities(compared);
                    case NotCompared _ -> Stream.<Severity>empty();
                }));
        List<Reason> unseen = outcome.databases().values().stream()
                .flatMap(database -> switch (database) {
                    case Compared _ -> Stream.<Reason>empty();
                    case NotCompared notCompared -> Stream.of(notCompared.reason());
                })
                .toList();
        if (found == ExitStatus.FINDINGS || unseen.isEmpty()) {
            return found;
        }
        return unseen.contains(Reason.CONFIGURATION) ? ExitStatus.CONFIGURATION : ExitStatus.FAILED;
    }
}
