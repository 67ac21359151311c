package dev.schemawatch.cli;

import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Git;
import dev.schemawatch.report.Printable;
import dev.schemawatch.scaffold.PackageManager;
import dev.schemawatch.scaffold.Scaffold;
import dev.schemawatch.scaffold.Scaffold.Artifact;
import dev.schemawatch.scaffold.Survey;
import dev.schemawatch.scaffold.Toolchain;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schemawatch init}: files to begin with, made from what the repository has. It writes over nothing. */
@Command(
        name = "init",
        sortOptions = false,
        description = {
            "Write files to begin with, from what the repository has.",
            "Without an option, schemawatch.yaml. Never writes over a file."
        })
final class InitCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Option(names = "--github", description = "A workflow: .github/workflows/schemawatch.yml.")
    private boolean github;

    @Option(names = "--env-test", description = "A test environment: .env.test.")
    private boolean envTest;

    @Option(names = "--guide", description = "A guide to safe migrations: docs/safe-migrations.md.")
    private boolean guide;

    @Option(
            names = {"--print", "--dry-run"},
            description = "To standard output; write no file.")
    private boolean print;

    InitCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        Survey survey = Survey.of(workspace, committed(setup.root()));
        if (github || envTest || guide) {
            Repository.requireOneSchema(workspace);
            requirePostgresql(survey);
        }
        String prefix = new Checkouts(surroundings.environment()).prefix(setup.root());
        Path top = setup.root()
                .resolve("../".repeat((int) prefix.chars().filter(c -> c == '/').count()))
                .normalize();
        Toolchain toolchain = toolchain(top, prefix + survey.main().schema());
        List<Artifact> artifacts = artifacts(
                new Scaffold(prefix, survey, toolchain, setup.checks().env(), Version.number(), name(setup.root())));
        return (print ? print(artifacts) : write(top, artifacts)).code();
    }

    /** All but the configuration speaks of a PostgreSQL. */
    private static void requirePostgresql(Survey survey) {
        survey.schema()
                .datasource()
                .filter(datasource -> !datasource.provider().isEmpty() && !datasource.postgresql())
                .ifPresent(datasource -> {
                    throw new CommandFailure(
                            ExitStatus.USAGE,
                            survey.main().schema() + " is for " + datasource.provider()
                                    + ", and a workflow, a test environment and a guide can be made for PostgreSQL only."
                                    + " Name another schema with --schema, or write the configuration with init alone.");
                });
    }

    private List<Artifact> artifacts(Scaffold scaffold) {
        List<Artifact> artifacts = new ArrayList<>();
        if (!github && !envTest && !guide) {
            artifacts.add(scaffold.configuration());
        }
        if (github) {
            artifacts.add(scaffold.workflow());
        }
        if (envTest) {
            artifacts.add(scaffold.testEnvironment());
        }
        if (guide) {
            artifacts.add(scaffold.guide());
        }
        return artifacts;
    }

    /** One file as it would be, so that it can be sent to any place; several with their names between. */
    private ExitStatus print(List<Artifact> artifacts) {
        PrintWriter out = surroundings.out();
        for (Artifact artifact : artifacts) {
            if (artifacts.size() > 1) {
                out.println("==> " + Printable.of(artifact.path()) + " <==");
            }
            out.print(artifact.text());
        }
        out.flush();
        return ExitStatus.CLEAN;
    }

    private ExitStatus write(Path top, List<Artifact> artifacts) throws IOException {
        boolean refused = false;
        PrintWriter out = surroundings.out();
        for (Artifact artifact : artifacts) {
            if (create(top.resolve(artifact.path()), artifact.text())) {
                out.println("Wrote " + Printable.of(artifact.path()) + ".");
            } else {
                refused = true;
                surroundings
                        .err()
                        .println(Printable.of(artifact.path())
                                + " exists already and was left as it is. With --print, see what would be written.");
                surroundings.err().flush();
            }
        }
        out.flush();
        return refused ? ExitStatus.REFUSED : ExitStatus.CLEAN;
    }

    /** Writes a file unless there is one, even one that only a broken link names. */
    private static boolean create(Path file, String text) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    /** What git has or would take; without git, what people usually commit. */
    private Predicate<String> committed(Path root) {
        return switch (Git.of(root).text("ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.env*")) {
            case Answer.Given<String>(String listing) -> List.of(listing.split("\0"))::contains;
            case Answer.Refused<String> _ -> path -> !path.endsWith(".env") && !path.endsWith(".local");
        };
    }

    /** @param schema from the top of the checkout */
    private static Toolchain toolchain(Path top, String schema) {
        String folder = folders(schema)
                .filter(path -> Files.exists(top.resolve(path).resolve("package.json")))
                .findFirst()
                .orElse("");
        for (String path : folders(folder + "/").toList()) {
            for (PackageManager manager : PackageManager.values()) {
                if (manager.lockFiles().stream()
                        .anyMatch(lock -> Files.exists(top.resolve(path).resolve(lock)))) {
                    return new Toolchain(manager, folder);
                }
            }
        }
        return new Toolchain(PackageManager.NPM, folder);
    }

    /** The folders that a path is in, the nearest first, the top last. */
    private static Stream<String> folders(String path) {
        return Stream.iterate(
                        path.substring(0, Math.max(0, path.lastIndexOf('/'))),
                        folder -> folder.substring(0, Math.max(0, folder.lastIndexOf('/'))))
                .limit(path.chars().filter(c -> c == '/').count() + 1);
    }

    private static String name(Path root) {
        return Optional.ofNullable(root.getFileName()).map(Path::toString).orElse("app");
    }
}
