package dev.schemawatch.daemon;

import dev.schemawatch.dryrun.DryRun;
import dev.schemawatch.dryrun.DryRunRequest;
import dev.schemawatch.dryrun.DryRunResult;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dry run of each project, as the command does it.
 *
 * @param environment of the process
 */
public record ProjectTrial(Setup setup, Map<String, String> environment) implements MigrationTrial {
    /** Nobody waits for it, but the next change must not either. */
    private static final DryRunRequest REQUEST =
            new DryRunRequest(Optional.empty(), Optional.empty(), false, false, false, false, Duration.ofSeconds(10));

    public ProjectTrial {
        environment = Map.copyOf(environment);
    }

    @Override
    public Tried of(Workspace workspace, ReplayListener listener) {
        List<Finding> findings = new ArrayList<>();
        int applied = 0;
        long differences = 0;
        for (Project project : ProjectSchemas.candidates(workspace)) {
            DryRunResult result =
                    new DryRun(setup, workspace, project, environment, MakerRecords.ofUser()).run(REQUEST, listener);
            findings.addAll(result.outcome().findings());
            applied += result.replayed().applied();
            differences += result.outcome().databases().values().stream()
                    .flatMap(database -> database instanceof Compared compared
                            ? compared.drift().stream()
                            : Stream.<DriftFinding>empty())
                    .filter(DriftFinding::isDrift)
                    .count();
        }
        String schema = differences == 0 ? "" : ", and the schema says something else: schemawatch dry-run shows what";
        return new Tried(findings, "tried " + applied + (applied == 1 ? " migration" : " migrations") + schema);
    }
}
