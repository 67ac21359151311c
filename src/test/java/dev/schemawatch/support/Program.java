package dev.schemawatch.support;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Schemawatch as a process of its own.
 *
 * @param command what stands before the arguments
 */
public record Program(List<String> command) {
    /** Names the native executable that the tests run against; without it, commands run inside the tests' process. */
    public static final String BINARY = "schemawatch.binary";

    public Program {
        command = List.copyOf(command);
    }

    /** The executable under test. */
    public static Optional<Program> binary() {
        return Optional.ofNullable(System.getProperty(BINARY))
                .map(file -> new Program(List.of(Path.of(file).toAbsolutePath().toString())));
    }

    /** The executable under test, else the classes of this process in a process of their own. */
    public static Program underTest() {
        return binary().orElseGet(() -> new Program(List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath(),
                "dev.schemawatch.Main")));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A launcher of tests may have put the classes behind a loader of its own. */
    private static String classPath() {
        return Program.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** The executable under test, else what the build has packaged for the JVM. */
    public static Program packaged() {
        return binary().orElseGet(Program::jar);
    }

    /** The property {@code schemawatch.java-option} is for training runs. */
    private static Program jar() {
        List<String> line = new ArrayList<>();
        line.add(java());
        Optional.ofNullable(System.getProperty("schemawatch.java-option")).ifPresent(line::add);
        line.add("-jar");
        line.add(Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
        return new Program(line);
    }

    /**
     * Starts it, with nothing of this process' environment.
     *
     * @param out takes what it prints on standard output
     * @param err takes what it prints on standard error
     */
    public Process start(Path folder, Map<String, String> environment, Path out, Path err, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs it to its end. */
    CommandHarness.Result run(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        Path out = Files.createTempFile("schemawatch-", ".out");
        Path err = Files.createTempFile("schemawatch-", ".err");
        try {
            Process process = start(folder, environment, out, err, arguments);
            process.getOutputStream().close();
            int code = process.waitFor();
            return new CommandHarness.Result(
                    String.join(" ", arguments),
                    code,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a command ran", e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
