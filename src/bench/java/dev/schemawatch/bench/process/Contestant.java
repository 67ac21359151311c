package dev.schemawatch.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A command line that is measured.
 *
 * @param name for people, with the version
 * @param command with all its arguments
 * @param environment added to that of this process
 */
record Contestant(String name, List<String> command, Map<String, String> environment) {
    private static final int WARM_UP = 2;

    Contestant {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same with more arguments. */
    Contestant with(String... arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new Contestant(name, longer, environment);
    }

    /** The same with one more variable. */
    Contestant with(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new Contestant(name, command, more);
    }

    /** How long it takes from its start to its end, so many times, after two runs that do not count. */
    Durations times(Path folder, int runs) {
        return Durations.of(IntStream.range(-WARM_UP, runs)
                .mapToObj(_ -> time(folder))
                .skip(WARM_UP)
                .toList());
    }

    /** One run, for its exit status and the most memory that it holds, looked at every two milliseconds. */
    Run run(Path folder) {
        try {
            Process process = start(folder, ProcessBuilder.Redirect.DISCARD);
            double peak = 0;
            while (!process.waitFor(Duration.ofMillis(2))) {
                peak = Math.max(peak, megabytes(process, "VmHWM:"));
            }
            return new Run(process.exitValue(), peak);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param peak in megabytes */
    record Run(int status, double peak) {}

    /** Starts it; standard error goes nowhere. */
    Process start(Path folder, ProcessBuilder.Redirect out) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure of a running process, in megabytes: {@code VmRSS:} what it holds, {@code VmHWM:} the most it held. */
    static double megabytes(Process process, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private Duration time(Path folder) {
        long start = System.nanoTime();
        Process process = start(folder, ProcessBuilder.Redirect.DISCARD);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
