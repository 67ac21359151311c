package dev.schemawatch.daemon;

import dev.schemawatch.dryrun.DryRun;
import dev.schemawatch.dryrun.DryRunRequest;
import dev.schemawatch.dryrun.DryRunResult;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A dry run of each project, as the command does it.
 *
 * @param environment of the process
 */
public record ProjectTrial(Setup setup, Map<String, String> environment) implements MigrationTrial {
    /** The database that was made of the migrations is called so next to those that are watched. */
    private static final String NAME = "dry run";

    /** Nobody waits for it, but the next change must not either. */
    private static final DryRunRequest REQUEST =
            new DryRunRequest(Optional.empty(), Optional.empty(), false, false, false, false, Duration.ofSeconds(10));

    public ProjectTrial {
        environment = Map.copyOf(environment);
    }

    @Override
    public Tried of(Workspace workspace, ReplayListener listener) {
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, Compared> outcomes = new TreeMap<>();
        int applied = 0;
        List<Project> projects = ProjectSchemas.candidates(workspace);
        for (Project project : projects) {
            DryRunResult result =
                    new DryRun(setup, workspace, project, environment, MakerRecords.ofUser()).run(REQUEST, listener);
            findings.addAll(result.outcome().findings());
            applied += result.replayed().applied();
            String name = projects.size() == 1 ? NAME : NAME + " of " + project.schema();
            result.outcome().databases().values().stream()
                    .filter(Compared.class::isInstance)
                    .map(Compared.class::cast)
                    .forEach(compared -> outcomes.put(name, compared));
        }
        return new Tried(findings, outcomes, "tried " + applied + (applied == 1 ? " migration" : " migrations"));
    }
}
