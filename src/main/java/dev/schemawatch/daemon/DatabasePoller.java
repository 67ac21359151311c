package dev.schemawatch.daemon;

import dev.schemawatch.daemon.DatabaseLook.Sight;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Looks at one database again and again, on a thread of its own. A look sets the time of the next one when it ends, so there
 * is never more than one: that, and waits that depend on the result, are why this is a plain executor and not a schedule.
 */
final class DatabasePoller implements AutoCloseable {
    private final String name;
    private final DatabaseLook look;
    private final Backoff backoff;
    private final Consumer<DaemonEvent> events;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final AtomicReference<Workspace> workspace = new AtomicReference<>();
    private final AtomicReference<Optional<Future<?>>> next = new AtomicReference<>(Optional.empty());
    private final ScheduledExecutorService thread;
    private int failures;
    private boolean unnamed;
    private Optional<String> source = Optional.empty();

    DatabasePoller(String name, DatabaseLook look, Backoff backoff, Consumer<DaemonEvent> events) {
        this.name = name;
        this.look = look;
        this.backoff = backoff;
        this.events = events;
        this.thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .daemon()
                .name("schemawatch-database-" + name)
                .factory());
    }

    /** The repository is as this now; the first call starts the looking. */
    void workspaceIs(Workspace now) {
        Workspace before = workspace.getAndSet(now);
        if (before == null || !environment(before).equals(environment(now))) {
            lookNow();
        }
    }

    /** The files that can name another database. A look at hand ends first. */
    private static Object environment(Workspace workspace) {
        return workspace.files().values().stream()
                .filter(file -> !file.path().endsWith(".prisma") && !file.path().endsWith(".sql"))
                .toList();
    }

    private void lookNow() {
        thread.execute(() -> {
            next.get().ifPresent(later -> later.cancel(false));
            look();
        });
    }

    private void look() {
        long start = System.nanoTime();
        switch (lookOnce()) {
            case Sight.Seen(WatchedDatabase database, Optional<String> named) -> {
                unnamed = false;
                tell(named);
                seen(database, Duration.ofNanos(System.nanoTime() - start));
            }
            case Sight.NoUrl(String message) -> {
                // Only an edit can bring one, so there is no next time to set.
                if (!unnamed) {
                    events.accept(new DaemonEvent.DatabaseUnnamed(name, message));
                }
                unnamed = true;
            }
        }
    }

    /** People must know which database is looked at, and when it is another. */
    private void tell(Optional<String> named) {
        if (named.isPresent() && !named.equals(source)) {
            events.accept(new DaemonEvent.Said("database " + name + ": " + named.get()));
            source = named;
        }
    }

    private void seen(WatchedDatabase database, Duration took) {
        failures = database.state() instanceof DatabaseState.Unavailable ? failures + 1 : 0;
        events.accept(new DaemonEvent.DatabasePolled(name, database, took));
        Duration wait = backoff.next(failures, random.nextDouble());
        if (!thread.isShutdown()) {
            next.set(Optional.of(thread.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS)));
        }
    }

    /** A fault of ours is a look that told nothing, and never "no drift". */
    private Sight lookOnce() {
        try {
            return look.look(workspace.get());
        } catch (RuntimeException fault) {
            return new Sight.Seen(
                    new WatchedDatabase(
                            Optional.empty(),
                            "public",
                            new DatabaseState.Unavailable(
                                    DatabaseState.Reason.INTERNAL,
                                    "looking at the database broke: "
                                            + fault.getClass().getSimpleName())),
                    Optional.empty());
        }
    }

    /** Ends the looking; a look at hand is interrupted and not waited for. */
    @Override
    public void close() {
        thread.shutdownNow();
        look.close();
    }
}
