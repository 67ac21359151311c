package dev.schemawatch.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code schemawatch watch}, or what stands beside it, under measurement. */
final class RunningDaemon implements AutoCloseable {
    private static final int PORT = 19464;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Process process;
    private final long startedAt = System.nanoTime();

    /** A line and when it arrived, in nanoseconds. */
    record Line(String text, long at) {}

    /** Starts the daemon of a form of Schemawatch, with more variables than it needs. */
    RunningDaemon(Contestant contestant, Path folder, String databaseUrl, Map<String, String> variables) {
        this(
                contestant
                        .with("watch")
                        .with(Map.of("SCHEMAWATCH_HTTP_PORT", Integer.toString(PORT), "DATABASE_URL", databaseUrl))
                        .with(variables),
                folder);
    }

    /** Starts a peer. */
    RunningDaemon(Contestant contestant, Path folder) {
        this.process = contestant.start(folder, ProcessBuilder.Redirect.PIPE);
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Waits until it says that it is ready, and how long that took from its start. */
    Duration untilReady() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/q/health/ready"))
                .build();
        while (System.nanoTime() - startedAt < PATIENCE.toNanos()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedAt);
                }
            } catch (IOException _) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the daemon does not become ready");
    }

    /** Waits for a line that was not waited for yet. */
    Line await(Predicate<String> wanted) {
        try {
            while (true) {
                Line line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (line == null) {
                    throw new IllegalStateException("the daemon does not say what was expected");
                }
                if (wanted.test(line.text())) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A figure of its memory, in megabytes. */
    double megabytes(String field) {
        return Contestant.megabytes(process, field);
    }

    /** Asks it to end, and how long that took. */
    Duration stop() {
        long start = System.nanoTime();
        process.toHandle().destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }

    /** Lets it be. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(new Line(line, System.nanoTime()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
