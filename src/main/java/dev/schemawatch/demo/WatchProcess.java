package dev.schemawatch.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code schemawatch watch} as a process of its own, just as a user starts it, with its lines to look at: what the demo
 * proves is what the terminal shows.
 */
final class WatchProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private static final Optional<String> END = Optional.empty();

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final Thread reader;

    private WatchProcess(Process process, Consumer<String> echo) {
        this.process = process;
        this.reader = Thread.ofVirtual().name("daemon-output").start(() -> read(process, echo));
    }

    /**
     * Starts the daemon with the program that runs this demo.
     *
     * @param echo is given each line, on another thread
     * @throws IOException when it does not start
     */
    static WatchProcess start(Path folder, Map<String, String> environment, Consumer<String> echo) throws IOException {
        List<String> command = new ArrayList<>(thisProgram());
        command.add("watch");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-daemon"));
        return new WatchProcess(process, echo);
    }

    /**
     * Waits for a line that has not been waited for yet.
     *
     * @return false when patience ran out, or the daemon ended
     */
    boolean awaitLine(Predicate<String> wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<String> line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.isEmpty()) {
                return false;
            }
            if (wanted.test(line.get())) {
                return true;
            }
        }
    }

    /** Waits until the daemon ends by itself or by a signal from outside. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Asks the daemon to end, as a supervisor would.
     *
     * @return its exit code; that of a killed process when it did not end in time
     */
    int stop() throws InterruptedException {
        // Unlike the process, its handle leaves the output open, which still has something to say.
        process.toHandle().destroy();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        reader.join();
        return code;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read(Process source, Consumer<String> echo) {
        try (BufferedReader output = source.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                echo.accept(line);
                lines.add(Optional.of(line));
            }
            lines.add(END);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what the daemon writes", e);
        }
    }

    /** The native binary, or the java that runs the jar. */
    private static List<String> thisProgram() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return List.of(ProcessHandle.current().info().command().orElseThrow());
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The daemon starts in the example's folder, so a relative path would lead elsewhere.
        List<String> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        return classPath.size() == 1 && classPath.getFirst().endsWith(".jar")
                ? List.of(java, "-jar", classPath.getFirst())
                : List.of(java, "-cp", String.join(File.pathSeparator, classPath), "dev.schemawatch.Main");
    }
}
