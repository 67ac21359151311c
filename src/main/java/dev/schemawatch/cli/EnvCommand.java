package dev.schemawatch.cli;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.checks.env.EnvChecks;
import dev.schemawatch.config.FailOn;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.report.EnvReport;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.ApplicationEnvironment;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code schemawatch env}: the environment of one application, as it would see it if it were started here and now. Made for the
 * set-up of a test suite: a status, and one sentence on standard error that names all that is missing or wrong.
 */
@Command(name = "env", sortOptions = false, description = "Check the variables that an application sees.")
final class EnvCommand implements Callable<Integer> {
    private static final String STANDARD_MODE = "development";
    private static final Set<String> USUAL_MODES = Set.of("development", "test", "production");

    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final ResultOptions results = new ResultOptions(FailOn.ERROR);

    @Option(
            names = "--for",
            paramLabel = "NAME|FILE",
            description =
                    "test or another name that it runs under, or a file" + " (default: NODE_ENV, else development).")
    private @Nullable String target;

    EnvCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> verdict = new ArrayList<>();
        int code = new ReportedRun("env", Objects.requireNonNullElse(target, ""), options, results, surroundings)
                .of(() -> check(verdict));
        if (code == ExitStatus.FINDINGS.code()) {
            verdict.forEach(sentence -> surroundings.err().println(Printable.of(sentence)));
            surroundings.err().flush();
        }
        return code;
    }

    private ReportedRun.Result check(List<String> verdict) {
        Setup setup = options.setup(surroundings);
        String name = Optional.ofNullable(target)
                .or(() -> Optional.ofNullable(surroundings.environment().get("NODE_ENV")))
                .filter(given -> !given.isBlank())
                .orElse(STANDARD_MODE);
        boolean isFile = name.contains(".") || name.contains("/");
        ApplicationEnvironment environment = isFile ? ofFile(setup, name) : ofMode(setup, name);
        Outcome whole = new Engine(Checks.all(setup.checks()), setup.rules())
                .evaluate(Inputs.of(environment.workspace()).with(environment.inputs()), Memo.empty())
                .outcome();
        EnvFindings findings = EnvFindings.of(name, environment, whole, rules(setup), rulesOfSchemas(setup));
        ExitStatus status = results.status(
                setup.config(), findings.outcome().findings().stream().map(Finding::severity));
        verdict.add(findings.verdict());
        EnvReport report = new EnvReport(options.paint(surroundings));
        return new ReportedRun.Result(
                setup,
                environment.workspace(),
                findings.outcome(),
                status,
                results.failOn(setup.config()),
                (outcome, elapsed) -> report.text(findings.heading(), findings.variables(), outcome, elapsed));
    }

    private static Set<String> rules(Setup setup) {
        return Stream.concat(EnvChecks.all(setup.checks()).stream().map(Check::rule), Stream.of(EnvParser.RULE))
                .map(Rule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> rulesOfSchemas(Setup setup) {
        return Checks.all(setup.checks()).stream()
                .filter(check -> check.reads() == Fact.SCHEMA)
                .map(check -> check.rule().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private ApplicationEnvironment ofMode(Setup setup, String name) {
        Workspace workspace = Repository.scan(setup.scan());
        EnvMode mode = new EnvMode(name);
        Path here = here();
        String folder = here.startsWith(setup.root()) ? relative(setup.root(), here) : "";
        boolean known = USUAL_MODES.contains(name)
                || workspace.files().keySet().stream()
                        .anyMatch(path -> path.endsWith(".env." + name) || path.endsWith(".env." + name + ".local"));
        if (target != null && !known) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "--for: there is neither a file .env." + name + " nor one .env." + name
                            + ".local. Usual names are development, test and production; a file is named with its dot: .env."
                            + name);
        }
        boolean forDevelopment = target != null && (name.equals("test") || name.equals("development"));
        return ApplicationEnvironment.of(setup, workspace, folder, mode, forDevelopment, surroundings.environment());
    }

    private ApplicationEnvironment ofFile(Setup setup, String name) {
        Path file = here().resolve(name).normalize();
        if (!file.startsWith(setup.root())) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "--for: " + name + " is outside of " + setup.root()
                            + ", the folder that is looked at. Name a folder that holds both with --directory.");
        }
        String path = relative(setup.root(), file);
        Workspace workspace = Repository.scan(setup.scan().alsoReading(path));
        Content content = workspace
                .file(path)
                .orElseThrow(() -> new CommandFailure(ExitStatus.USAGE, "--for: there is no file " + name + "."))
                .content();
        if (content instanceof Content.Unreadable(String reason, String remedy)) {
            throw new CommandFailure(ExitStatus.FAILED, "--for: " + name + " " + reason + "; " + remedy + ".");
        }
        return ApplicationEnvironment.ofFile(setup, workspace, path, surroundings.environment());
    }

    private Path here() {
        return options.workingDirectory(surroundings).toAbsolutePath().normalize();
    }

    private static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
