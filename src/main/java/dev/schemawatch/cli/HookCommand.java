package dev.schemawatch.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemawatch hook}: the check before a commit. */
@Command(
        name = "hook",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Check each commit before it is made, as a hook of git.")
final class HookCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private HookCommand() {}

    /** The command with those below it. */
    static CommandLine in(GlobalOptions options, Surroundings surroundings) {
        return new CommandLine(new HookCommand())
                .addSubcommand(new HookInstallCommand(options, surroundings))
                .addSubcommand(new HookUninstallCommand(options, surroundings))
                .addSubcommand(new HookRunCommand(options, surroundings))
                .addSubcommand(new HookStatusCommand(options, surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what to do with the hook: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
