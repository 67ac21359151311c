package dev.schemawatch.doctor;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.Secret;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.setup.DatabaseTargets;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.Scan;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Workspace;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Examines everything that has to be right before Schemawatch can do its job, in the order in which one thing needs another. */
public final class Doctor {
    private final Path directory;
    private final Overrides overrides;
    private final Map<String, String> environment;
    private final Optional<Secret> databaseUrl;
    private final Optional<EnvMode> mode;

    /**
     * @param directory the working directory; exists
     * @param environment of the process
     * @param databaseUrl what the command line gives in place of all URLs of the repository
     * @param mode the name of the application whose environment counts; empty for that of a developer's machine
     */
    public Doctor(
            Path directory,
            Overrides overrides,
            Map<String, String> environment,
            Optional<Secret> databaseUrl,
            Optional<EnvMode> mode) {
        this.directory = Objects.requireNonNull(directory);
        this.overrides = Objects.requireNonNull(overrides);
        this.environment = Map.copyOf(environment);
        this.databaseUrl = Objects.requireNonNull(databaseUrl);
        this.mode = Objects.requireNonNull(mode);
    }

    /** The diagnoses, each made when it is its turn: who prints them one by one shows how far the examination is. */
    public Stream<Diagnosis> examine() {
        ConfigurationProbe configuration = ConfigurationProbe.read(directory, overrides, environment);
        return Stream.concat(
                configuration.examine(),
                later(() -> configuration
                        .setup()
                        .map(setup -> repository(setup, configuration.environment()))
                        .orElseGet(() -> skipped("the configuration cannot be used."))));
    }

    private Stream<Diagnosis> repository(Setup setup, Map<String, String> secrets) {
        Scan scan;
        try {
            scan = new WorkspaceScanner(setup.scan()).scan();
        } catch (UncheckedIOException _) {
            return skipped(setup.root() + " cannot be opened as a folder. Does it exist, and may you read it?");
        }
        Workspace workspace = scan.workspace();
        List<Finding> findings = new Engine(Checks.all(setup.checks()), setup.rules())
                .evaluate(Inputs.of(workspace).with(setup.env(secrets)), Memo.empty())
                .outcome()
                .findings();
        DatabaseTargets targets = new DatabaseTargets(setup, workspace, secrets);
        RepositoryProbe repository = new RepositoryProbe(setup, workspace, findings);
        return Stream.<Probe>of(
                        repository,
                        mode.<Probe>map(name -> new ApplicationProbe(setup, workspace, name, directory, secrets))
                                .orElseGet(repository::environment),
                        new GitHookProbe(setup.root()),
                        new WatchProbe(setup.scan(), scan),
                        new DatabasesProbe(mode.map(targets::seenBy).orElse(targets), databaseUrl, setup, workspace))
                .flatMap(Probe::examine);
    }

    /** Without a configuration, only what does not depend on one is looked at. */
    private Stream<Diagnosis> skipped(String reason) {
        return Stream.concat(
                Stream.of(
                                "schema",
                                "migrations",
                                "environment",
                                "watch-limits",
                                "database",
                                "role",
                                "privileges",
                                "shadow-database")
                        .map(probe -> Subject.of(probe).skipped(reason, List.of())),
                new GitHookProbe(directory).examine());
    }

    /** Begins with it when it is its turn. */
    private static Stream<Diagnosis> later(Supplier<Stream<Diagnosis>> diagnoses) {
        return Stream.of(diagnoses).flatMap(Supplier::get);
    }
}
