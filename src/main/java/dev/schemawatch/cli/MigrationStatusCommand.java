package dev.schemawatch.cli;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.daemon.ExpectedDatabase;
import dev.schemawatch.daemon.LiveDatabase;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.MigrationStatus;
import dev.schemawatch.engine.MigrationStatus.Verdict;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationHistory;
import dev.schemawatch.report.MigrationStatusReport;
import dev.schemawatch.report.MigrationStatusReport.Entry;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code schemawatch migration status}: for each migration whether it is in the folder, merged, and applied. Unlike
 * {@code prisma migrate status} it tells a database that has run something else from one that is up to date.
 */
@Command(
        name = "status",
        sortOptions = false,
        description = "Say which migrations are in the folder, merged and applied.",
        footer = "Ends with 0 when up to date, 2 when somebody must act, 1 when a database could not be looked at.")
final class MigrationStatusCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final PlainFormOption format = new PlainFormOption();

    @Mixin
    private final DatabaseChoice databases = new DatabaseChoice();

    MigrationStatusCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        List<Entry> entries = databases.targets(setup, workspace, options, surroundings).stream()
                .map(target -> entry(setup, workspace, target))
                .toList();
        MigrationStatusReport report = new MigrationStatusReport(options.paint(surroundings));
        PrintWriter out = surroundings.out();
        out.print(
                switch (format.form()) {
                    case TEXT -> entries.stream().map(report::text).collect(Collectors.joining("\n"));
                    case JSON -> report.json(Version.number(), entries);
                });
        out.flush();
        return status(entries).code();
    }

    /** What must be acted on is certain, so it decides; then what could not be looked at. */
    private static ExitStatus status(List<Entry> entries) {
        if (entries.stream()
                .flatMap(entry -> entry.status().stream())
                .anyMatch(status -> status.verdict() != Verdict.UP_TO_DATE)) {
            return ExitStatus.FINDINGS;
        }
        return entries.stream().allMatch(entry -> entry.status().isPresent()) ? ExitStatus.CLEAN : ExitStatus.FAILED;
    }

    private Entry entry(Setup setup, Workspace workspace, DatabaseTarget target) {
        MigrationFolder folder = Repository.migrations(workspace, project(workspace, target));
        Optional<MergedMigrations> merged = workspace.mainline().map(mainline -> MergedMigrations.of(folder, mainline));
        return switch (LiveDatabase.once(setup, target, new ExpectedDatabase())
                .lookAt(target, workspace)
                .state()) {
            case Unavailable(var _, String message) -> unknown(workspace, target, message);
            case Available available ->
                switch (available.history()) {
                    case History.Unreadable<List<AppliedMigration>>(String reason) ->
                        unknown(workspace, target, reason);
                    case History.NoTable<List<AppliedMigration>>() ->
                        known(workspace, target, folder, merged, List.of());
                    case History.Read<List<AppliedMigration>>(List<AppliedMigration> rows) ->
                        known(workspace, target, folder, merged, rows);
                };
        };
    }

    private static Entry unknown(Workspace workspace, DatabaseTarget target, String reason) {
        return new Entry(
                target.name(), workspace.mainline().map(Mainline::name), Optional.empty(), Optional.of(reason));
    }

    private static Entry known(
            Workspace workspace,
            DatabaseTarget target,
            MigrationFolder folder,
            Optional<MergedMigrations> merged,
            List<AppliedMigration> rows) {
        return new Entry(
                target.name(),
                workspace.mainline().map(Mainline::name),
                Optional.of(MigrationStatus.of(folder, merged, MigrationHistory.judge(folder, rows))),
                Optional.empty());
    }

    private static Project project(Workspace workspace, DatabaseTarget target) {
        return workspace.projects().stream()
                .filter(project -> target.schema().map(project.schema()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitStatus.CONFIGURATION,
                        "The schema " + target.schema().orElse("") + " of database " + target.name()
                                + " is none of this repository's; known are: "
                                + ProjectSchemas.candidates(workspace).stream()
                                        .map(Project::schema)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
