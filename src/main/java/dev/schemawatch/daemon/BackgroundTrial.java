package dev.schemawatch.daemon;

import dev.schemawatch.daemon.MigrationTrial.Tried;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tries the migrations each time they have changed and nothing has changed since for a while, on a thread of its own. The next
 * change ends a trial, also in the middle of a statement.
 */
final class BackgroundTrial implements AutoCloseable {
    private final MigrationTrial trial;
    private final Duration quiet;
    private final Consumer<DaemonEvent> events;
    private final AtomicInteger generation = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schemawatch-dry-run").factory());
    private Optional<List<SourceFile>> last = Optional.empty();
    private Optional<Future<?>> next = Optional.empty();
    private volatile String said = "";

    /** @param quiet how long migrations and schemas must stay as they are before they are tried */
    BackgroundTrial(MigrationTrial trial, Duration quiet, Consumer<DaemonEvent> events) {
        this.trial = trial;
        this.quiet = quiet;
        this.events = events;
    }

    /** The repository is as this now; called by one thread. */
    void workspaceIs(Workspace workspace) {
        List<SourceFile> tried = workspace.files().values().stream()
                .filter(file -> file.path().endsWith(".sql") || file.path().endsWith(".prisma"))
                .toList();
        if (last.filter(tried::equals).isPresent()) {
            return;
        }
        last = Optional.of(tried);
        int mine = generation.incrementAndGet();
        next.ifPresent(waiting -> waiting.cancel(false));
        next = Optional.of(thread.schedule(() -> attempt(workspace, mine), quiet.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void attempt(Workspace workspace, int mine) {
        ReplayListener unlessChanged = new ReplayListener() {
            @Override
            public void begins(Migration migration, int before, int all) {
                // The terminal shows findings, not progress.
            }

            @Override
            public boolean isCalledOff() {
                return generation.get() != mine;
            }
        };
        try {
            Tried tried = trial.of(workspace, unlessChanged);
            said = "";
            events.accept(new DaemonEvent.MigrationsTried(tried));
        } catch (CancellationException _) {
            // The next one is on its way.
        } catch (ScratchException e) {
            sayOnce("dry run: " + e.getMessage());
        } catch (RuntimeException e) {
            sayOnce("dry run: broke (" + e.getClass().getSimpleName() + "), which is a fault of Schemawatch");
        }
    }

    private void sayOnce(String message) {
        if (!message.equals(said)) {
            said = message;
            events.accept(new DaemonEvent.Said(message));
        }
    }

    /** Ends the trying; a trial at hand is called off and not waited for. */
    @Override
    public void close() {
        generation.incrementAndGet();
        thread.shutdownNow();
    }
}
