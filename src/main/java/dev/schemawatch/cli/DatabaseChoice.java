package dev.schemawatch.cli;

import dev.schemawatch.env.Secret;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.DatabaseTargets;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which databases a command looks at. */
final class DatabaseChoice {
    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The database; rather use an environment variable.")
    private @Nullable String url;

    @Option(names = "--database", paramLabel = "NAME", description = "Only this one of the configured databases.")
    private @Nullable String name;

    /** The databases that are wanted, at least one; people are told on {@code err} which they are. */
    List<DatabaseTarget> targets(Setup setup, Workspace workspace, GlobalOptions options, Surroundings surroundings) {
        List<DatabaseTarget> all = new DatabaseTargets(setup, workspace, options.environment(surroundings))
                .find(Optional.ofNullable(url).map(Secret::new));
        List<DatabaseTarget> wanted = name == null
                ? all
                : all.stream().filter(target -> target.name().equals(name)).toList();
        if (wanted.isEmpty()) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    "--database: there is no database " + name + ". There is: "
                            + all.stream().map(DatabaseTarget::name).collect(Collectors.joining(", ")) + ".");
        }
        if (wanted.stream().anyMatch(target -> target.schema().isEmpty())) {
            Repository.requireOneSchema(workspace);
        }
        wanted.forEach(target -> tellSource(target, surroundings.err()));
        return wanted;
    }

    /** People must know which database was looked at; the URL itself is a secret. */
    private static void tellSource(DatabaseTarget target, PrintWriter err) {
        if (target.url() instanceof Url.Usable usable) {
            err.println(Printable.of(
                    "Database " + target.name() + ": " + usable.url().display() + ", from " + usable.from()));
            usable.warnings().forEach(warning -> err.println("  " + Printable.of(warning)));
            err.flush();
        }
    }
}
