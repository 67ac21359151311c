package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Tag("program")
class RootTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("commands")
    void help_fits_a_screen(List<String> command) {
        CommandHarness.Result result = new CommandHarness(folder)
                .run(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new))
                .endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).isNotBlank();
        assertThat(result.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void help_names_every_command_with_a_line() {
        String help = new CommandHarness(folder).run("--help").out();
        assertThat(commands().filter(command -> command.size() == 1))
                .allSatisfy(command -> assertThat(help.lines())
                        .as("one line for %s", command)
                        .anyMatch(line -> line.matches(" +" + command.getFirst() + " +[A-Z].*\\.")));
    }

    @Test
    void says_its_version() {
        assertThat(new CommandHarness(folder)
                        .run("--version")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .startsWith("schemawatch ");
    }

    @Test
    void answers_bad_usage_with_64_and_the_way_to_help() {
        CommandHarness command = new CommandHarness(folder);
        assertThat(command.run("check", "--fail-on", "sometimes")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("--fail-on", "sometimes", "Try: schemawatch check --help");
        assertThat(command.run("chekc").endsWith(ExitStatus.USAGE).err()).contains("check");
    }

    @Test
    void without_a_command_it_names_them_all() {
        assertThat(new CommandHarness(folder).run().endsWith(ExitStatus.USAGE).err())
                .contains("Say which command")
                .contains(commands()
                        .filter(command -> command.size() == 1)
                        .map(List::getFirst)
                        .toList());
    }

    /** The name that finds a command is that by which its own help calls it. */
    @Test
    void each_command_has_the_name_of_its_class() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(CommandHarness.program(new Surroundings(
                                List.of(), folder, Map.of(), false, nowhere, nowhere, Clock.systemUTC()))
                        .getSubcommands())
                .isNotEmpty()
                .allSatisfy((name, command) -> assertThat(command.getCommandSpec()
                                .userObject()
                                .getClass()
                                .getAnnotation(Command.class)
                                .name())
                        .isEqualTo(name));
    }

    @Test
    void an_internal_error_is_a_short_message_and_no_secret() {
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                List.of(),
                folder,
                Map.of(),
                false,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Clock.systemUTC());
        int code = Root.execute(
                surroundings,
                (_, _) -> {
                    throw new IllegalStateException("canary");
                },
                Map.of(),
                "watch");
        assertThat(code).isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString())
                .contains("Internal error: IllegalStateException", "--debug")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, NoClassDefFoundError.class})
    void an_error_of_the_machine_is_a_short_message_too(Class<? extends Error> kind)
            throws ReflectiveOperationException {
        Error error = kind.getConstructor(String.class).newInstance("canary");
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                List.of(),
                folder,
                Map.of(),
                false,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Clock.systemUTC());
        int code = Root.execute(
                surroundings,
                (_, _) -> {
                    throw error;
                },
                Map.of(),
                "watch");
        assertThat(code).isEqualTo(ExitStatus.FAILED.code());
        assertThat(err.toString())
                .contains("Internal error: " + kind.getSimpleName(), "--debug")
                .doesNotContain("canary");
    }

    @Test
    void exit_statuses_are_those_of_the_documentation() {
        assertThat(Arrays.stream(ExitStatus.values())
                        .map(status -> status.name() + " " + status.code())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("CLEAN 0, FAILED 1, FINDINGS 2, REFUSED 3, USAGE 64, CONFIGURATION 78, INTERRUPTED 130,"
                        + " TERMINATED 143");
    }

    /** What is typed to name each command, those below commands too; the program itself is named by nothing. */
    static Stream<List<String>> commands() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return commands(
                List.of(),
                CommandHarness.program(new Surroundings(
                        List.of(), Path.of("/"), Map.of(), false, nowhere, nowhere, Clock.systemUTC())));
    }

    private static Stream<List<String>> commands(List<String> path, CommandLine command) {
        return Stream.concat(
                Stream.of(path),
                command.getSubcommands().entrySet().stream()
                        .flatMap(child -> commands(
                                Stream.concat(path.stream(), Stream.of(child.getKey()))
                                        .toList(),
                                child.getValue())));
    }
}
