package dev.schemawatch.cli;

import dev.schemawatch.check.MigrationLock;
import dev.schemawatch.dryrun.DryRun;
import dev.schemawatch.dryrun.DryRunRequest;
import dev.schemawatch.dryrun.DryRunResult;
import dev.schemawatch.dryrun.ForgottenMigration;
import dev.schemawatch.engine.ComparedSchemas;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.NewMigration;
import dev.schemawatch.plan.LeftOut;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.plan.Statement;
import dev.schemawatch.report.DryRunReport;
import dev.schemawatch.report.GeneratedMigration;
import dev.schemawatch.report.Paint;
import dev.schemawatch.report.Printable;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a migration as Prisma does, in a folder of its own, and tries it. */
record NewPrismaMigration(
        GlobalOptions options, Surroundings surroundings, Setup setup, Project project, NewFiles files) {
    private static final String LOCK = "migration_lock.toml";
    private static final String PROVIDER = "postgresql";

    /**
     * A migration to be filled in.
     *
     * @throws IllegalArgumentException when the name holds neither letter nor digit
     */
    ExitStatus empty(Workspace workspace, String name) throws IOException {
        write(workspace, name, "-- Nothing yet: say here what the migration does.\n");
        return ExitStatus.CLEAN;
    }

    /**
     * The migration that brings what the others come to to the schema; more than one where one transaction is not enough.
     *
     * @return whether the schema is reached then
     * @throws IllegalArgumentException when the name holds neither letter nor digit
     */
    ExitStatus filled(Workspace workspace, String name, DryRunRequest request) throws IOException {
        requireLock(workspace);
        NewMigration.after(
                Repository.migrations(workspace, project),
                name,
                surroundings.clock().instant());
        DryRunResult before = attempt(workspace, request);
        Optional<ComparedSchemas> sides = before.sides();
        if (sides.isEmpty()) {
            say(report(before) + "No migration is written: there is nothing to compare the schema with.\n");
            return ExitStatus.FINDINGS;
        }
        Plan plan = forgotten(workspace, before).plan(sides.get());
        if (plan.statements().isEmpty()) {
            boolean done = plan.leftOut().stream().allMatch(NewPrismaMigration::isNoWork);
            say(new GeneratedMigration(List.of(), plan.leftOut(), "").text().stripLeading()
                    + (done ? "The migrations come to the schema: there is nothing to write.\n" : ""));
            return done ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
        }
        Workspace after = workspace;
        List<List<Statement>> transactions = plan.transactions();
        for (int number = 0; number < transactions.size(); number++) {
            boolean last = number == transactions.size() - 1;
            String text = new GeneratedMigration(
                            transactions.get(number), last ? plan.leftOut() : List.of(), qualifier(after, sides.get()))
                    .text();
            write(after, number == 0 ? name : name + " " + (number + 1), text);
            after = Repository.scan(setup);
        }
        return proven(after, request);
    }

    /** Whether what was written goes through, and leaves nothing to write. */
    private ExitStatus proven(Workspace workspace, DryRunRequest request) {
        DryRunResult result = attempt(workspace, request);
        Optional<Plan> rest = result.sides().map(forgotten(workspace, result)::plan);
        if (rest.isEmpty()
                || !rest.get().statements().isEmpty()
                || !rest.get().leftOut().stream().allMatch(NewPrismaMigration::isNoWork)) {
            say(report(result) + "What was written does not come to the schema yet: complete it by hand.\n");
            return ExitStatus.FINDINGS;
        }
        return ExitStatus.CLEAN;
    }

    private static boolean isNoWork(LeftOut left) {
        return switch (left.cause()) {
            case HARMLESS, KEPT -> true;
            case UNDECIDED, BLOCKED -> false;
        };
    }

    private ForgottenMigration forgotten(Workspace workspace, DryRunResult result) {
        return ForgottenMigration.after(
                Repository.migrations(workspace, project).migrations(), result);
    }

    /** Names are left unqualified where all objects are where a migration looks for them. */
    private String qualifier(Workspace workspace, ComparedSchemas sides) {
        String namespace = dryRun(workspace).namespace();
        return sides.schemas().expected().namespaces().stream().allMatch(namespace::equals) ? namespace : "";
    }

    private DryRun dryRun(Workspace workspace) {
        return new DryRun(setup, workspace, project, options.environment(surroundings), MakerRecords.ofUser());
    }

    private DryRunResult attempt(Workspace workspace, DryRunRequest request) {
        try (ReplayProgress progress = new ReplayProgress(surroundings)) {
            return dryRun(workspace).run(request, progress);
        } catch (ScratchException e) {
            throw new CommandFailure(
                    ScratchOptions.status(e.kind()),
                    e.getMessage()
                            + "\nThe SQL that is missing is found by trying the migrations there. To begin one without,"
                            + " add --empty.");
        }
    }

    private void write(Workspace workspace, String name, String text) throws IOException {
        requireLock(workspace);
        MigrationFolder folder = Repository.migrations(workspace, project);
        NewMigration migration =
                NewMigration.after(folder, name, surroundings.clock().instant());
        files.write(migration.path(), text);
        if (workspace.file(lock()).isEmpty()) {
            files.write(
                    lock(),
                    "# For which kind of database the migrations are. Commit it with them.\nprovider = \"" + PROVIDER
                            + "\"\n");
        }
        surroundings.out().println(Printable.of(migration.path()));
        surroundings.out().flush();
    }

    private void requireLock(Workspace workspace) {
        Optional<String> text = workspace
                .file(lock())
                .map(SourceFile::content)
                .flatMap(content ->
                        content instanceof Content.Text(String words, var _) ? Optional.of(words) : Optional.empty());
        boolean other = text.flatMap(
                        words -> MigrationLock.provider(words).map(span -> words.substring(span.from(), span.to())))
                .filter(provider -> !MigrationLock.isSame(provider, PROVIDER))
                .isPresent();
        if (other) {
            throw new CommandFailure(
                    ExitStatus.REFUSED,
                    lock()
                            + " says that these migrations are for another kind of database than PostgreSQL, so none is added."
                            + " Change the file where it is wrong, or begin a new folder.");
        }
    }

    private String lock() {
        return project.migrations() + "/" + LOCK;
    }

    private String report(DryRunResult result) {
        return new DryRunReport(Paint.PLAIN, DryRunCommand.tried(result)).text(result.outcome(), Duration.ZERO);
    }

    private void say(String text) {
        surroundings.err().print(text);
        surroundings.err().flush();
    }
}
