package dev.schemawatch.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A git that runs. Its complaints are read and its time is kept beside the reading of its answer, so that neither a full pipe
 * nor a git that hangs stops us.
 */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_COMPLAINT = 4096;

    private final Process process;
    private final InputStream out;
    private final FutureTask<String> complaint;

    Running(Process process) {
        this.process = process;
        this.out = new BufferedInputStream(process.getInputStream());
        this.complaint = new FutureTask<>(() -> {
            byte[] start = process.getErrorStream().readNBytes(LONGEST_COMPLAINT);
            process.getErrorStream().transferTo(OutputStream.nullOutputStream());
            return new String(start, StandardCharsets.UTF_8);
        });
        Thread.startVirtualThread(complaint);
        Thread.startVirtualThread(this::endAfterPatience);
    }

    /** What git prints. */
    InputStream out() {
        return out;
    }

    /** What git reads. */
    OutputStream in() {
        return process.getOutputStream();
    }

    /** Reads the whole answer and waits for the end. */
    <T> Answer<T> read(Git.Reading<T> reading) {
        try (this) {
            process.getOutputStream().close();
            T answer = reading.read(out);
            int status = process.waitFor();
            return status == 0 ? new Answer.Given<>(answer) : new Answer.Refused<>(reason(status));
        } catch (IOException failure) {
            return new Answer.Refused<>("git was cut off: " + failure.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Refused<>("git was not waited for");
        }
    }

    /** The first line of what git complained about. */
    private String reason(int status) throws InterruptedException {
        try {
            return complaint
                    .get()
                    .lines()
                    .map(line -> line.startsWith("fatal: ") ? line.substring("fatal: ".length()) : line)
                    .findFirst()
                    .orElse("git ended with status " + status);
        } catch (ExecutionException _) {
            return "git ended with status " + status;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void endAfterPatience() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }
}
