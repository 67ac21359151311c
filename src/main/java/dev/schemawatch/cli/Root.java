package dev.schemawatch.cli;

import dev.schemawatch.setup.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
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
     * Runs the command that the arguments name, and gives the status to end with.
     *
     * @param daemon runs the daemon until it ends and gives its exit code; only called by {@code watch}
     * @param others commands that this package does not know, by name
     */
    public static int execute(
            Surroundings surroundings,
            ToIntBiFunction<Setup, Launch> daemon,
            Map<String, Supplier<Object>> others,
            String... arguments) {
        Root root = new Root();
        SequencedMap<String, Supplier<Object>> commands = root.commands(surroundings, daemon, others);
        // To describe all commands takes a sixth of the time of a quick one, and the first argument mostly says which
        // it is.
        Optional<String> named =
                Stream.of(arguments).limit(1).filter(commands::containsKey).findFirst();
        named.ifPresent(name -> commands.keySet().removeIf(other -> !other.equals(name)));
        return root.with(surroundings, commands).execute(arguments);
    }

    /**
     * The program with all its commands.
     *
     * @param daemon as for {@link #execute}
     * @param others commands that this package does not know, by name
     */
    public static CommandLine in(
            Surroundings surroundings, ToIntBiFunction<Setup, Launch> daemon, Map<String, Supplier<Object>> others) {
        Root root = new Root();
        return root.with(surroundings, root.commands(surroundings, daemon, others));
    }

    /** In the order of the help. */
    private SequencedMap<String, Supplier<Object>> commands(
            Surroundings surroundings, ToIntBiFunction<Setup, Launch> daemon, Map<String, Supplier<Object>> others) {
        SequencedMap<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(options, surroundings));
        commands.put("env", () -> new EnvCommand(options, surroundings));
        commands.put("drift", () -> new DriftCommand(options, surroundings));
        commands.put("plan", () -> new PlanCommand(options, surroundings));
        commands.put("dry-run", () -> new DryRunCommand(options, surroundings));
        commands.put("watch", () -> new WatchCommand(options, surroundings, daemon));
        commands.put("init", () -> new InitCommand(options, surroundings));
        commands.put("migration", () -> MigrationCommand.in(options, surroundings));
        commands.put("hook", () -> HookCommand.in(options, surroundings));
        commands.put("doctor", () -> new DoctorCommand(options, surroundings));
        commands.put("rules", () -> new RulesCommand(options, surroundings));
        commands.put("explain", () -> new ExplainCommand(options, surroundings));
        commands.put("config", () -> new ConfigCommand(options, surroundings));
        commands.put("completion", () -> new CompletionCommand(surroundings, () -> in(surroundings, daemon, others)));
        commands.putAll(others);
        return commands;
    }

    private CommandLine with(Surroundings surroundings, SequencedMap<String, Supplier<Object>> commands) {
        CommandLine program = new CommandLine(this);
        commands.forEach((name, command) -> program.addSubcommand(name, command.get()));
        program.getCommandSpec().usageMessage().sectionKeys(SECTIONS);
        FailureHandler failures = new FailureHandler(options);
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
