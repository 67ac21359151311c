package dev.schemawatch.daemon;

import dev.schemawatch.engine.Engine;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.watch.FileWatcher;
import dev.schemawatch.watch.Noticed;
import dev.schemawatch.watch.Scan;
import dev.schemawatch.watch.WatchListener;
import dev.schemawatch.watch.WatchStatus;
import dev.schemawatch.watch.WorkspaceScanner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ties the watcher, the pollers and the loop together: what comes from outside goes into the loop as an event. */
public final class Daemon {
    /** Migrations that nobody has touched for so long are tried. */
    private static final Duration UNTOUCHED = Duration.ofSeconds(1);

    private final RunLoop loop;
    private final FileWatcher watcher;
    private final List<DatabasePoller> pollers;
    private final Optional<BackgroundTrial> trial;

    /**
     * @param databases by name; none means that only files are checked
     * @param trial tries the migrations when they change; empty for never
     * @throws java.io.UncheckedIOException when the root is no folder that can be opened
     */
    public Daemon(
            DaemonSettings settings,
            Engine engine,
            Map<String, DatabaseLook> databases,
            Optional<MigrationTrial> trial,
            List<RunListener> listeners,
            LoopProgress progress,
            Clock clock) {
        this.loop = new RunLoop(
                new WorkspaceScanner(settings.scan()),
                (inputs, memo) -> engine.evaluate(inputs.with(settings.env()).with(MakerRecords.ofUser()), memo),
                this::scanned,
                listeners,
                progress,
                clock);
        this.pollers = databases.entrySet().stream()
                .map(each -> new DatabasePoller(
                        each.getKey(), each.getValue(), new Backoff(settings.driftInterval()), loop::post))
                .toList();
        this.trial = trial.map(each -> new BackgroundTrial(each, UNTOUCHED, loop::post));
        this.watcher = new FileWatcher(settings.scan(), settings.watch(), new ToLoop(loop));
        if (databases.isEmpty()) {
            loop.post(new DaemonEvent.Said("no database is configured: only files are checked"));
        }
    }

    /** Runs until it is stopped, on the calling thread. */
    public void run() {
        try {
            loop.run();
        } finally {
            pollers.forEach(DatabasePoller::close);
            trial.ifPresent(BackgroundTrial::close);
            watcher.close();
        }
    }

    /** Ends {@link #run} after the event at hand; from any thread, also a signal's. */
    public void stop() {
        loop.post(new DaemonEvent.Stop());
    }

    /** Tells people something between two runs; from any thread. */
    public void say(String message) {
        loop.post(new DaemonEvent.Said(message));
    }

    /** How the watching goes; from any thread. */
    public WatchStatus watchStatus() {
        return watcher.status();
    }

    private void scanned(Scan scan) {
        watcher.watch(scan);
        pollers.forEach(poller -> poller.workspaceIs(scan.workspace()));
        trial.ifPresent(each -> each.workspaceIs(scan.workspace()));
    }

    private record ToLoop(RunLoop loop) implements WatchListener {
        @Override
        public void changed(Noticed noticed) {
            loop.post(new DaemonEvent.FilesChanged(noticed));
        }

        @Override
        public void said(String message) {
            loop.post(new DaemonEvent.Said(message));
        }
    }
}
