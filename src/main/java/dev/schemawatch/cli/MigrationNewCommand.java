package dev.schemawatch.cli;

import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationName;
import dev.schemawatch.migration.NewScript;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemawatch migration new}: a migration with the SQL that is missing, or a script for what Prisma cannot say. */
@Command(
        name = "new",
        sortOptions = false,
        customSynopsis = "schemawatch migration new [OPTIONS] NAME",
        description = "Write the migration that the schema needs, or begin a script by hand.",
        footer = "Without --prisma and --by-hand, scripts that are numbered by hand are continued.")
final class MigrationNewCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "What it does, in words: add_search_index.")
    private @Nullable String name;

    @Option(names = "--prisma", description = "A folder as Prisma makes it, with the SQL that is missing.")
    private boolean prisma;

    @Option(names = "--by-hand", description = "A script to fill in, with the next number.")
    private boolean byHand;

    @Option(names = "--empty", description = "A folder as Prisma makes it, without any SQL.")
    private boolean empty;

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    MigrationNewCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (byHand && (prisma || empty)) {
            throw new CommandFailure(
                    ExitStatus.USAGE, "--by-hand does not go with --prisma and --empty: choose one of them.");
        }
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        Project project = Repository.project(setup, workspace);
        MigrationFolder folder = Repository.migrations(workspace, project);
        NewFiles files = new NewFiles(setup.root());
        try {
            if (byHand || !prisma && !empty && isNumbered(folder)) {
                NewScript script = NewScript.after(folder, String.valueOf(name));
                files.write(script.path(), script.text());
                surroundings.out().println(Printable.of(script.path()));
                surroundings.out().flush();
                return ExitStatus.CLEAN.code();
            }
            NewPrismaMigration migration = new NewPrismaMigration(options, surroundings, setup, project, files);
            return (empty
                            ? migration.empty(workspace, String.valueOf(name))
                            : migration.filled(workspace, String.valueOf(name), scratch.request(false, false)))
                    .code();
        } catch (IllegalArgumentException _) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "NAME: the name needs a letter or a digit. Say what the migration does: add_search_index.");
        }
    }

    private static boolean isNumbered(MigrationFolder folder) {
        return folder.migrations().stream()
                .filter(migration -> migration.author() == Author.HAND)
                .anyMatch(migration -> MigrationName.number(migration.name()).isPresent());
    }
}
