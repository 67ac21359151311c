package dev.schemawatch.cli;

import dev.schemawatch.setup.Setup;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, without a command: there is nothing it does. */
@Command(
        name = "schemawatch",
        header = "Watches a Prisma schema, its migrations and the live PostgreSQL.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "%nThe options go with every command: schemawatch COMMAND --help explains them.",
            "Status: 0 clean, 1 failed, 2 findings, 3 refused, 64 usage, 78 configuration"
        })
public final class Root implements Runnable {
    /** The options are in the synopsis, and in the help of each command: here they would take the place of the commands. */
    private static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    private Root() {}

    /**
     * The program with all its commands.
     *
     * @param daemon runs the daemon until it ends and gives its exit code; only called by {@code watch}
     * @param others commands that this package does not know
     */
    public static CommandLine in(Surroundings surroundings, ToIntBiFunction<Setup, Launch> daemon, Object... others) {
        Root root = new Root();
        FailureHandler failures = new FailureHandler(root.options);
        CommandLine program = new CommandLine(root)
                .addSubcommand(new CheckCommand(root.options, surroundings))
                .addSubcommand(new EnvCommand(root.options, surroundings))
                .addSubcommand(new DriftCommand(root.options, surroundings))
                .addSubcommand(new PlanCommand(root.options, surroundings))
                .addSubcommand(new DryRunCommand(root.options, surroundings))
                .addSubcommand(new WatchCommand(root.options, surroundings, daemon))
                .addSubcommand(new InitCommand(root.options, surroundings))
                .addSubcommand(MigrationCommand.in(root.options, surroundings))
                .addSubcommand(HookCommand.in(root.options, surroundings))
                .addSubcommand(new DoctorCommand(root.options, surroundings))
                .addSubcommand(new RulesCommand(root.options, surroundings))
                .addSubcommand(new ExplainCommand(root.options, surroundings))
                .addSubcommand(new ConfigCommand(root.options, surroundings))
                .addSubcommand(new CompletionCommand(surroundings));
        Stream.of(others).forEach(program::addSubcommand);
        program.getCommandSpec().usageMessage().sectionKeys(SECTIONS);
        return program.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setExecutionStrategy(failures)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say which command: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
