package dev.schemawatch.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemawatch migration}: what is said of migrations, and a new one. */
@Command(
        name = "migration",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Say where migrations are applied, or begin a new one.")
final class MigrationCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private MigrationCommand() {}

    /** The command with those below it. */
    static CommandLine in(GlobalOptions options, Surroundings surroundings) {
        return new CommandLine(new MigrationCommand())
                .addSubcommand(new MigrationStatusCommand(options, surroundings))
                .addSubcommand(new MigrationNewCommand(options, surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what to do with migrations: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
