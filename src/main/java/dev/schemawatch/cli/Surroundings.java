package dev.schemawatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a command knows of the process that it runs in.
 *
 * @param program the program as it was started, without its arguments; empty where that cannot be known
 * @param directory the working directory
 * @param environment variables by name
 * @param terminal whether {@code out} leads to a terminal
 * @param out for data
 * @param err for everything else
 * @param clock for times that people see
 */
public record Surroundings(
        List<String> program,
        Path directory,
        Map<String, String> environment,
        boolean terminal,
        PrintWriter out,
        PrintWriter err,
        Clock clock) {
    public Surroundings {
        program = List.copyOf(program);
        Objects.requireNonNull(directory);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(clock);
    }
}
