package dev.schemawatch.cli;

import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.NewScript;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schemawatch migration new}: a script for what Prisma cannot say, numbered after those that are there. */
@Command(
        name = "new",
        sortOptions = false,
        description = "Begin a script written by hand, with the next number. Never writes over a file.",
        footer = "What the schema can say is Prisma's to write: npx prisma migrate dev.")
final class MigrationNewCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "What it does, in words: add_search_index.")
    private @Nullable String name;

    MigrationNewCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        Repository.requireOneSchema(workspace);
        Project project = ProjectSchemas.candidates(workspace).getFirst();
        NewScript script = script(Repository.migrations(workspace, project), String.valueOf(name));
        Path file = setup.root().resolve(script.path());
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, script.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw new CommandFailure(
                    ExitStatus.REFUSED, script.path() + " is there already, and no file is written over. Try again.");
        }
        surroundings.out().println(Printable.of(script.path()));
        surroundings.out().flush();
        return ExitStatus.CLEAN.code();
    }

    private static NewScript script(MigrationFolder folder, String name) {
        try {
            return NewScript.after(folder, name);
        } catch (IllegalArgumentException _) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "NAME: the name needs a letter or a digit. Say what the script does: add_search_index.");
        }
    }
}
