package dev.schemawatch.cli;

import dev.schemawatch.report.ColourChoice;
import dev.schemawatch.report.Paint;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.SecretFile;
import dev.schemawatch.setup.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
final class GlobalOptions {
    @Option(
            names = {"-C", "--directory"},
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Work as if started there.")
    private @Nullable Path directory;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Configuration; else schemawatch.yaml here or above.")
    private @Nullable String config;

    @Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = "Prisma schema, file or folder; else it is searched.")
    private @Nullable String schema;

    @Option(
            names = "--migrations",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Migrations folder; else beside the schema.")
    private @Nullable String migrations;

    @Option(
            names = "--color",
            negatable = true,
            scope = ScopeType.INHERIT,
            description = "Colours, or none; else NO_COLOR and terminal decide.")
    private @Nullable Boolean colour;

    @Option(
            names = {"-X", "--debug"},
            scope = ScopeType.INHERIT,
            description = "Show stack traces of internal errors.")
    private boolean debug;

    /** The configuration in force; see {@link Setup#load} for what it throws. */
    Setup setup(Surroundings surroundings) {
        return Setup.load(workingDirectory(surroundings), overrides(), surroundings.environment());
    }

    /** What a daemon has to know to come to the same setup. */
    Launch launch(Surroundings surroundings) {
        return new Launch(workingDirectory(surroundings), overrides(), paint(surroundings));
    }

    /** The environment, with secrets that it names files for. */
    Map<String, String> environment(Surroundings surroundings) {
        return SecretFile.resolve(surroundings.environment());
    }

    /** The colours to write with. */
    Paint paint(Surroundings surroundings) {
        return ColourChoice.paint(Optional.ofNullable(colour), surroundings.environment(), surroundings.terminal());
    }

    /** Whether stack traces are wanted. */
    boolean debug() {
        return debug;
    }

    /** What the command line says of configuration and places. */
    Overrides overrides() {
        return new Overrides(Optional.ofNullable(config), Optional.ofNullable(schema), Optional.ofNullable(migrations));
    }

    /** The folder to work in, which exists. */
    Path workingDirectory(Surroundings surroundings) {
        Path here = directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
        if (!Files.isDirectory(here)) {
            String what = Files.exists(here) ? " is not a folder." : " does not exist.";
            throw new CommandFailure(ExitStatus.USAGE, "--directory: " + here + what);
        }
        return here;
    }
}
