package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("program")
class RootTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "drift", "watch"})
    void help_fits_a_screen(String name) {
        String[] arguments = name.isEmpty() ? new String[] {"--help"} : new String[] {name, "--help"};
        CommandHarness.Result result = new CommandHarness(folder).run(arguments).endsWith(ExitStatus.CLEAN);
        assertThat(result.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
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
        assertThat(command.run().endsWith(ExitStatus.USAGE).err()).contains("Say which command");
    }

    @Test
    void an_internal_error_is_a_short_message_and_no_secret() {
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                folder, Map.of(), false, new PrintWriter(new StringWriter()), new PrintWriter(err), Clock.systemUTC());
        int code = Root.in(surroundings, (_, _) -> {
                    throw new IllegalStateException("canary");
                })
                .execute("watch");
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
                folder, Map.of(), false, new PrintWriter(new StringWriter()), new PrintWriter(err), Clock.systemUTC());
        int code = Root.in(surroundings, (_, _) -> {
                    throw error;
                })
                .execute("watch");
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
}
