package dev.schemawatch.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The daemon as it is shipped: a process with a folder, a port, and what it has printed so far. */
public final class DaemonProcess implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final Path output;
    private final int port;

    private DaemonProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /**
     * Starts it on a free port.
     *
     * @param folder it watches
     * @param output a folder for what it prints, which it must not watch
     * @param environment all that it has
     */
    public static DaemonProcess start(Path folder, Path output, Map<String, String> environment) {
        try {
            int port = freePort();
            Map<String, String> complete = new HashMap<>(environment);
            complete.putIfAbsent("SCHEMAWATCH_HTTP_PORT", Integer.toString(port));
            Process process =
                    Program.packaged().start(folder, complete, output.resolve("out"), output.resolve("err"), "watch");
            return new DaemonProcess(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for one line with all of these words. */
    public void awaitLine(String... words) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(printed().lines())
                        .as("a line with %s", List.of(words))
                        .anyMatch(line -> Stream.of(words).allMatch(line::contains)));
    }

    /** Everything that it printed until now. */
    public String printed() {
        return text("out") + warnings();
    }

    /** What it printed on standard error. */
    public String warnings() {
        return text("err");
    }

    /** The text that it serves there. */
    public String get(String path) {
        return get(URI.create("http://127.0.0.1:" + port + path), "*/*").body();
    }

    /** Its metrics in a format. */
    public HttpResponse<String> metrics(String mediaType) {
        return get(URI.create("http://127.0.0.1:" + port + "/q/metrics"), mediaType);
    }

    /** The answer of any address. */
    public HttpResponse<String> get(URI address, String mediaType) {
        try {
            return http.send(
                    HttpRequest.newBuilder(address).header("Accept", mediaType).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal by its name, {@code INT} for instance; Windows has none. */
    public void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Its status, once it has ended by itself; that must not take long. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ends within 10 s").isTrue();
        return process.exitValue();
    }

    /** Asks it to end; its status. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Asks it to end, and sees to it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String text(String file) {
        try {
            return Files.readString(output.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
