package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What a running server says of itself in its data folder (PostgreSQL source, {@code miscadmin.h}: the process in the first line
 * of {@code postmaster.pid}, the state in the eighth).
 *
 * @param data the data folder
 */
record PidFile(Path data) {
    private static final int STATE = 7;
    private static final Duration STEP = Duration.ofMillis(3);

    /** So long a server may take until it has the file; one that ends at once takes it away again. */
    private static final Duration LATEST = Duration.ofSeconds(3);

    /** Waits until the server takes connections; false when it ended before, or takes too long. */
    boolean awaitReady(Duration patience) throws IOException {
        long start = System.nanoTime();
        await(patience, () -> isReady() || System.nanoTime() - start > LATEST.toNanos() && !isRunning());
        return isReady();
    }

    /** @throws IOException when the server does not end */
    void awaitEnd(Duration patience) throws IOException {
        await(patience, () -> !isRunning());
        if (isRunning()) {
            throw new IOException("the PostgreSQL in " + data + " did not end within " + patience.toSeconds() + " s");
        }
    }

    /** Whether there is a server, ready or not. */
    boolean isRunning() {
        List<String> lines = lines();
        try {
            return !lines.isEmpty()
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        } catch (NumberFormatException _) {
            return true; // it is being written
        }
    }

    private boolean isReady() {
        List<String> lines = lines();
        return lines.size() > STATE && lines.get(STATE).strip().equals("ready");
    }

    private static void await(Duration patience, BooleanSupplier over) throws IOException {
        long start = System.nanoTime();
        while (!over.getAsBoolean() && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(STEP.toNanos());
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for PostgreSQL");
            }
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return List.of();
        }
    }
}
