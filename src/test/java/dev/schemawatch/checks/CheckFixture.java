package dev.schemawatch.checks;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.config.AppConfig;
import dev.schemawatch.config.ConfigReader;
import dev.schemawatch.config.ConfigResult;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.setup.ConfiguredChecks;
import dev.schemawatch.setup.EnvSetup;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A little repository of real files, {@code <rule>/<case>/}, and what a check says of it. Beside the files it may hold
 * {@code HEAD/}, the files as the last commit has them; {@code .keep-empty-dir}, which makes the folder that it is in and is
 * left out itself; and {@code expected.txt}, what is said.
 */
public record CheckFixture(Path folder) {
    static final Path ROOT = Path.of("src/test/resources/checks");

    private static final String EXPECTED = "expected.txt";
    private static final String EMPTY_FOLDER = ".keep-empty-dir";
    private static final String COMMITTED = "HEAD";

    /** Every fixture, sorted. */
    public static List<CheckFixture> all() {
        return children(ROOT)
                .flatMap(CheckFixture::children)
                .map(CheckFixture::new)
                .toList();
    }

    /** The fixtures of one rule, sorted. */
    public static List<CheckFixture> of(String rule) {
        return Files.exists(ROOT.resolve(rule))
                ? children(ROOT.resolve(rule)).map(CheckFixture::new).toList()
                : List.of();
    }

    /** The id of the rule that it is for. */
    public String rule() {
        return folder.getName(folder.getNameCount() - 2).toString();
    }

    /** The name of the case. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether there is something to find. */
    public boolean isBad() {
        return name().startsWith("bad-");
    }

    /** Whether there is nothing to find. */
    public boolean isOk() {
        return name().startsWith("ok-");
    }

    /** Whether the check cannot look. */
    public boolean isSkipped() {
        return name().startsWith("skipped-");
    }

    /** The file that says what is found. */
    public Path expected() {
        return folder.resolve(EXPECTED);
    }

    /** The files and empty folders (with a slash at the end) of the repository, sorted, with {@code HEAD/} if there is one. */
    public List<String> contents() {
        return files(folder)
                .map(file ->
                        file.endsWith(EMPTY_FOLDER) ? file.substring(0, file.length() - EMPTY_FOLDER.length()) : file)
                .filter(file -> !file.equals(EXPECTED))
                .toList();
    }

    /** What the rule's check says, or the readers alone where the rule is theirs: a line per finding or reason not to look; empty when it has nothing to say. */
    public String said(Path emptyFolder) {
        AppConfig config = config();
        Path tree = emptyFolder.resolve("tree");
        Path committed = emptyFolder.resolve("committed");
        copy(folder, tree, file -> !file.startsWith(COMMITTED + "/") && !file.equals(EXPECTED));
        Workspace workspace = scan(tree, config);
        if (Files.exists(folder.resolve(COMMITTED))) {
            copy(folder.resolve(COMMITTED), committed, _ -> true);
            workspace = new Workspace(
                    workspace.projects(),
                    workspace.rootSchema(),
                    workspace.files(),
                    workspace.directories(),
                    Optional.of(scan(committed, config).files()));
        }
        Outcome outcome = new Engine(check(config), selection(config))
                .evaluate(Inputs.of(workspace).with(EnvSetup.inputs(config.env(), Map.of())), Memo.empty())
                .outcome();
        return Stream.concat(
                        outcome.findings().stream()
                                .map(finding -> finding.severity().word() + " "
                                        + finding.location().display() + " " + finding.rule() + "\n  "
                                        + finding.message()),
                        outcome.skipped().stream()
                                .map(skipped -> "skipped " + skipped.rule() + "\n  " + skipped.reason()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private List<Check<?>> check(AppConfig config) {
        return Checks.all(ConfiguredChecks.settings(config)).stream()
                .filter(check -> check.rule().id().equals(rule()))
                .toList();
    }

    /** As the fixture configures them, and this rule is on. */
    private RuleSelection selection(AppConfig config) {
        RuleSelection configured = ConfiguredChecks.selection(config);
        return new RuleSelection(configured.catalog(), configured.off(), Set.of(rule()), configured.severities());
    }

    private AppConfig config() {
        Path file = folder.resolve("schemawatch.yaml");
        ConfigReader reader = new ConfigReader(Map.of(), Checks.catalog());
        ConfigResult result = Files.exists(file) ? reader.read(file.toString(), read(file)) : reader.readEnvironment();
        return switch (result) {
            case ConfigResult.Valid(AppConfig config, var _) -> config;
            case ConfigResult.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Workspace scan(Path root, AppConfig config) {
        return new WorkspaceScanner(new ScanSettings(
                        root,
                        config.schema(),
                        config.migrations(),
                        config.prismaVersion(),
                        config.ignore(),
                        config.base(),
                        config.order(),
                        EnvSetup.files(config.env())))
                .scan()
                .workspace();
    }

    private static void copy(Path from, Path to, Predicate<String> wanted) {
        files(from).filter(wanted).forEach(file -> {
            try {
                Path target = to.resolve(file);
                Files.createDirectories(target.getParent());
                if (!file.endsWith(EMPTY_FOLDER)) {
                    Files.copy(from.resolve(file), target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("copying fixture " + from.resolve(file), e);
            }
        });
    }

    private static Stream<String> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("listing fixture " + root, e);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("listing fixtures " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading fixture " + file, e);
        }
    }
}
