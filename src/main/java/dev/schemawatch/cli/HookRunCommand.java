package dev.schemawatch.cli;

import dev.schemawatch.config.OnError;
import dev.schemawatch.engine.CommitVerdict;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.Git;
import dev.schemawatch.git.StagedCommit;
import dev.schemawatch.hook.StagedCheck;
import dev.schemawatch.report.HookReport;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code schemawatch hook run}: what is about to be committed. Says nothing where there is nothing to say, and lets a commit
 * pass that it cannot check, unless that is configured otherwise.
 */
@Command(
        name = "run",
        sortOptions = false,
        description = "Check what is staged, as the hook does before each commit; no database.")
final class HookRunCommand implements Callable<Integer>, Forgiving {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private OnError onError;

    HookRunCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.onError =
                OnError.BLOCK.toString().equals(surroundings.environment().get("SCHEMAWATCH_HOOK_ON_ERROR"))
                        ? OnError.BLOCK
                        : OnError.PASS;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Git git = Git.hasStarted(surroundings.environment())
                ? Git.of(surroundings.directory(), surroundings.environment())
                : Git.of(options.workingDirectory(surroundings));
        try (Blobs blobs = required(Blobs.of(git))) {
            StagedRepository repository =
                    new StagedRepository(options, surroundings, required(StagedCommit.read(git)), blobs);
            if (repository.changesConfiguration()) {
                onError = OnError.BLOCK; // a configuration that cannot be read must not get into the history
            }
            Setup setup = repository.setup();
            onError = setup.config().hook().onError();
            StagedCheck check = new StagedCheck(setup, blobs);
            StagedCheck.Result result = check.judge(repository.below(setup.root()), repository.configPath(setup));
            List<String> beyond = repository.changedBeyond(setup.root(), check::mayMatter);
            CommitVerdict verdict = result.verdict();
            boolean graveFindings = verdict.introduced().stream()
                    .map(Finding::severity)
                    .anyMatch(setup.config().hook().failOn()::failsOn);
            EmptyFolders hollow = EmptyFolders.of(result.projects(), repository, setup.root());
            boolean stopped = graveFindings || hollow.besideStagedSchema();
            List<String> unstaged = Stream.concat(
                            result.unmigrated().stream().map(Project::migrations),
                            result.unaccompanied().stream().map(Project::schema))
                    .flatMap(place -> repository.unstaged(git, setup.root(), place))
                    .filter(path -> !hollow.paths().contains(path))
                    .toList();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            surroundings
                    .out()
                    .print(new HookReport(options.paint(surroundings))
                            .of(verdict, stopped, unstaged, hollow.paths(), beyond, elapsed));
            surroundings.out().flush();
            return (stopped ? ExitStatus.FINDINGS : ExitStatus.CLEAN).code();
        }
    }

    @Override
    public ExitStatus after(ExitStatus failure) {
        surroundings
                .err()
                .println(
                        switch (onError) {
                            case PASS ->
                                "schemawatch: this commit was not checked. To stop such commits, set hook.on-error"
                                        + " to block in schemawatch.yaml.";
                            case BLOCK ->
                                "schemawatch: this commit could not be checked, and is stopped; git commit"
                                        + " --no-verify skips the check once.";
                        });
        surroundings.err().flush();
        return switch (onError) {
            case PASS -> ExitStatus.CLEAN;
            case BLOCK -> failure == ExitStatus.CONFIGURATION ? failure : ExitStatus.FINDINGS;
        };
    }

    private static <T> T required(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T>(String reason) ->
                throw new CommandFailure(ExitStatus.FAILED, "What is staged cannot be read: " + reason + ".");
        };
    }
}
