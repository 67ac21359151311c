package dev.schemawatch.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on one connection that has to end in time. It runs on a thread of its own, because no time-out of the driver covers
 * everything: a name server that does not answer, or a peer that was frozen, would block the caller.
 *
 * @param <T> what the work comes to
 */
final class BoundedLook<T> {
    private final OneConnection connection;
    private final FutureTask<T> task;
    private final String name;
    private final long end;

    private BoundedLook(OneConnection connection, FutureTask<T> task, String name, long end) {
        this.connection = connection;
        this.task = task;
        this.name = name;
        this.end = end;
    }

    /**
     * Begins the work.
     *
     * @param name says what is done to what, for threads and failures; no secret
     * @param deadline for the work as a whole, from now on
     */
    static <T> BoundedLook<T> start(String name, ConnectionSource connections, Duration deadline, Work<T> work) {
        OneConnection connection = new OneConnection(connections);
        FutureTask<T> task = new FutureTask<>(() -> work.on(connection));
        Thread.ofPlatform().daemon().name(name).start(task);
        return new BoundedLook<>(connection, task, name, System.nanoTime() + deadline.toNanos());
    }

    /** What the work came to; empty when it was given up, at the deadline or because this thread was interrupted. */
    Optional<T> await() {
        try {
            return Optional.of(task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            connection.abandon();
            return Optional.empty();
        } catch (InterruptedException _) {
            connection.abandon();
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(name, e.getCause());
        }
    }

    /** Opens the connection, uses it and closes it. */
    @FunctionalInterface
    interface Work<T> {
        T on(OneConnection connection) throws SQLException;
    }
}
