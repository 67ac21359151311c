package dev.schemawatch.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.cli.ExitStatus;
import dev.schemawatch.cli.Launch;
import dev.schemawatch.cli.Root;
import dev.schemawatch.cli.Surroundings;
import dev.schemawatch.demo.DemoCommand;
import dev.schemawatch.setup.Setup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Runs commands in a folder of their own, with nothing of this machine's environment: in this process, or as the executable
 * that {@link Program#BINARY} names. A test that holds for both has the tag {@code program}.
 */
public final class CommandHarness {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder the working directory of the commands */
    public CommandHarness(Path folder) {
        this.folder = folder;
    }

    /** Writes a file below the working directory. */
    public CommandHarness file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the process environment. */
    public CommandHarness variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs a command. */
    public Result run(String... arguments) {
        return Program.binary()
                .map(program -> {
                    try {
                        return program.run(folder, environment, arguments);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseGet(() -> runHere(arguments));
    }

    /** The program with all its commands, as it is started. */
    public static CommandLine program(Surroundings surroundings) {
        return Root.in(surroundings, CommandHarness::noDaemon, others(surroundings));
    }

    private static int noDaemon(Setup setup, Launch launch) {
        throw new AssertionError("a test of a command starts no daemon");
    }

    private static Map<String, Supplier<Object>> others(Surroundings surroundings) {
        return Map.of("demo", () -> new DemoCommand(surroundings));
    }

    private Result runHere(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                Program.underTest().command(),
                folder,
                environment,
                false,
                new PrintWriter(out),
                new PrintWriter(err),
                Clock.fixed(Instant.parse("2026-11-22T12:04:07Z"), ZoneOffset.UTC));
        int code = Root.execute(surroundings, CommandHarness::noDaemon, others(surroundings), arguments);
        return new Result(String.join(" ", arguments), code, out.toString(), err.toString());
    }

    /** What a command printed, and what it ended with. */
    public record Result(String command, int code, String out, String err) {

        /** Fails with everything that was printed unless the command ended like this. */
        public Result endsWith(ExitStatus expected) {
            assertThat(code)
                    .as("status of: %s\nout:\n%s\nerr:\n%s", command, out, err)
                    .isEqualTo(expected.code());
            return this;
        }
    }
}
