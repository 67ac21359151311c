package dev.schemawatch.cli;

import dev.schemawatch.daemon.ExpectedDatabase;
import dev.schemawatch.daemon.LiveDatabase;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Databases that were looked at once and compared with their schemas.
 *
 * @param seen by configured name
 * @param expected what the schemas say, for who needs it again
 */
record ComparedDatabases(SortedMap<String, WatchedDatabase> seen, ExpectedDatabase expected, Outcome outcome) {

    static ComparedDatabases look(Setup setup, Workspace workspace, List<DatabaseTarget> targets) {
        TreeMap<String, WatchedDatabase> seen = new TreeMap<>();
        ExpectedDatabase expected = new ExpectedDatabase();
        for (DatabaseTarget target : targets) {
            seen.put(target.name(), LiveDatabase.once(setup, target, expected).lookAt(target, workspace));
        }
        Outcome outcome = new Engine(List.of(), setup.rules())
                .evaluate(new Inputs(workspace, seen).with(MakerRecords.ofUser()), expected.memo())
                .outcome();
        return new ComparedDatabases(seen, expected, outcome);
    }

    /** The status for what could not be looked at; clean when there is no such database. */
    ExitStatus unseen() {
        List<Reason> reasons = outcome.databases().values().stream()
                .flatMap(ComparedDatabases::reason)
                .toList();
        if (reasons.isEmpty()) {
            return ExitStatus.CLEAN;
        }
        return reasons.contains(Reason.CONFIGURATION) ? ExitStatus.CONFIGURATION : ExitStatus.FAILED;
    }

    private static Stream<Reason> reason(DatabaseOutcome database) {
        return switch (database) {
            case Compared _ -> Stream.empty();
            case NotCompared notCompared -> Stream.of(notCompared.reason());
        };
    }
}
