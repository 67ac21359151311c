package dev.schemawatch.cli;

import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the repository for a command that runs once. */
final class Repository {
    private Repository() {}

    /**
     * The repository as it is now, with or without a schema.
     *
     * @param settings say where to look
     */
    static Workspace scan(ScanSettings settings) {
        try {
            return new WorkspaceScanner(settings).scan().workspace();
        } catch (UncheckedIOException _) {
            throw new CommandFailure(
                    ExitStatus.FAILED,
                    settings.root() + " cannot be opened as a folder. Does it exist, and may you read it?");
        }
    }

    /** The repository as it is now, with one schema at least. */
    static Workspace scan(Setup setup) {
        Workspace workspace = scan(setup.scan());
        if (workspace.projects().isEmpty()) {
            throw new CommandFailure(
                    ExitStatus.CONFIGURATION,
                    "No Prisma schema found in " + setup.root() + ". Looked for schema.prisma, prisma/schema.prisma, "
                            + "prisma/schema/ and what prisma.config.* or package.json name, there and in every folder below "
                            + "but hidden ones, node_modules, dist, build and the like. Name it with --schema, or with schema: in schemawatch.yaml.");
        }
        return workspace;
    }

    /** The project that the command line or the configuration names, else the only one. */
    static Project project(Setup setup, Workspace workspace) {
        if (setup.schema().isEmpty()) {
            requireOneSchema(workspace);
        }
        return ProjectSchemas.find(workspace, setup.schema())
                .orElseThrow(() -> new CommandFailure(
                        ExitStatus.CONFIGURATION,
                        "There is no schema " + setup.schema().orElse("") + "."));
    }

    /** The migrations folder of a project. */
    static MigrationFolder migrations(Workspace workspace, Project project) {
        String path = project.migrations();
        return MigrationFolder.read(
                project.order(),
                path,
                workspace.below(path).toList(),
                workspace.directories(),
                file -> MigrationFolder.migration(path, file));
    }

    /** The repository, which must leave no doubt about the schema that a database is compared with. */
    static void requireOneSchema(Workspace workspace) {
        List<Project> candidates = ProjectSchemas.candidates(workspace);
        if (candidates.size() > 1) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "There are several schemas, and it is not clear which of them the database belongs to. Choose with --schema:\n"
                            + candidates.stream()
                                    .map(Project::schema)
                                    .map(path -> "  --schema " + path)
                                    .collect(Collectors.joining("\n")));
        }
    }
}
