package dev.schemawatch.daemon;

import dev.schemawatch.engine.Evaluation;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Past;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.watch.Scan;
import dev.schemawatch.watch.WorkspaceScanner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes one event after the other and makes a run of each that matters. Belongs to the one thread that calls
 * {@link #run}; slow work happens elsewhere and comes back as an event, so there is nothing to lock.
 */
public final class RunLoop {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final BlockingQueue<DaemonEvent> events = new LinkedBlockingQueue<>();
    private final WorkspaceScanner scanner;
    private final BiFunction<Inputs, Memo, Evaluation> engine;
    private final Consumer<Scan> scanned;
    private final List<RunListener> listeners;
    private final LoopProgress progress;
    private final Clock clock;

    private final SortedMap<String, WatchedDatabase> databases = new TreeMap<>();
    private Memo memo = Memo.empty();
    private Past past = Past.NONE;
    private Optional<MigrationTrial.Tried> tried = Optional.empty();

    /**
     * @param engine evaluates inputs
     * @param scanned is given every scan that differs from the one before
     * @param clock for the times that people see; durations are measured apart from it
     */
    public RunLoop(
            WorkspaceScanner scanner,
            BiFunction<Inputs, Memo, Evaluation> engine,
            Consumer<Scan> scanned,
            List<RunListener> listeners,
            LoopProgress progress,
            Clock clock) {
        this.scanner = scanner;
        this.engine = engine;
        this.scanned = scanned;
        this.listeners = List.copyOf(listeners);
        this.progress = progress;
        this.clock = clock;
    }

    /** Hands an event to the loop; from any thread, never blocks. */
    public void post(DaemonEvent event) {
        events.add(event);
    }

    /** Reads and checks everything, then reacts to events until it is told to stop or its thread is interrupted. */
    public void run() {
        try {
            long start = System.nanoTime();
            Scan scan = scanner.scan();
            guarded(() -> evaluate(scan, new Trigger.Start(), start));
            scanned.accept(scan);
            progress.enter(LoopProgress.Phase.RUNNING);
            react(scan);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            progress.enter(LoopProgress.Phase.STOPPED);
        }
    }

    private void react(Scan first) throws InterruptedException {
        Scan scan = first;
        while (true) {
            DaemonEvent event = events.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            progress.beat();
            switch (event) {
                case null -> {}
                case DaemonEvent.FilesChanged changed -> scan = filesChanged(scan, changed);
                case DaemonEvent.DatabasePolled polled -> databasePolled(scan, polled);
                case DaemonEvent.DatabaseUnnamed unnamed -> databaseUnnamed(scan, unnamed);
                case DaemonEvent.MigrationsTried trial -> migrationsTried(scan, trial.tried());
                case DaemonEvent.Said said -> listeners.forEach(each -> each.said(said.message(), clock.instant()));
                case DaemonEvent.Stop _ -> {
                    return;
                }
            }
        }
    }

    private Scan filesChanged(Scan before, DaemonEvent.FilesChanged event) {
        long start = System.nanoTime();
        // What could not be read now is read with the next change, or by the scan that comes every few minutes.
        Scan now = guarded(() -> scanner.rescan(before, event.noticed().changes()), before);
        if (!now.equals(before)) {
            scanned.accept(now);
        }
        if (now.workspace().equals(before.workspace())) {
            listeners.forEach(RunListener::unchanged);
        } else {
            guarded(() -> evaluate(now, new Trigger.Files(event.noticed()), start));
        }
        return now;
    }

    private void databasePolled(Scan scan, DaemonEvent.DatabasePolled polled) {
        databases.put(polled.database(), polled.seen());
        Trigger trigger = new Trigger.Database(polled.database(), polled.seen(), polled.took());
        guarded(() -> evaluate(scan, trigger, System.nanoTime()));
    }

    private void databaseUnnamed(Scan scan, DaemonEvent.DatabaseUnnamed unnamed) {
        String message = unnamed.message() + " Until then only files are checked.";
        listeners.forEach(each -> each.said(message, clock.instant()));
        if (databases.remove(unnamed.database()) != null) {
            guarded(() -> evaluate(scan, new Trigger.Unnamed(unnamed.database()), System.nanoTime()));
        }
    }

    private void migrationsTried(Scan scan, MigrationTrial.Tried now) {
        tried = Optional.of(now);
        guarded(() -> evaluate(scan, new Trigger.Trial(now), System.nanoTime()));
    }

    private void evaluate(Scan scan, Trigger trigger, long start) {
        Evaluation evaluation = engine.apply(new Inputs(scan.workspace(), databases), memo);
        Outcome outcome = tried.map(last -> evaluation.outcome().with(last.findings(), last.outcomes()))
                .orElse(evaluation.outcome());
        long end = System.nanoTime();
        Optional<Duration> sinceChange = trigger instanceof Trigger.Files files
                ? Optional.of(Duration.ofNanos(end - files.noticed().at()))
                : Optional.empty();
        Duration elapsed = Duration.ofNanos(end - start);
        Run run = new Run(past, outcome, trigger, sinceChange, elapsed, clock.instant());
        memo = evaluation.memo();
        past = past.with(outcome);
        listeners.forEach(each -> each.ran(run));
    }

    private void guarded(Runnable work) {
        guarded(
                () -> {
                    work.run();
                    return true;
                },
                false);
    }

    /** A fault in one run must not end the watching: the next edit may be evaluated well. */
    private <T> T guarded(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError fault) {
            listeners.forEach(each -> each.failed(fault, clock.instant()));
            return otherwise;
        }
    }
}
