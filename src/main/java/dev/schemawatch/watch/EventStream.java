package dev.schemawatch.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.function.Consumer;

/**
 * The kernel's events for as long as it gives any: a watch service, the folders that it watches, and a thread that empties its
 * queue and does nothing else, however busy everybody else is. All but that thread belongs to the watcher's.
 */
final class EventStream implements AutoCloseable {
    private final WatchService service;
    private final WatchedFolders folders;
    private final Consumer<Signal> signals;

    private EventStream(WatchService service, WatchedFolders folders, Consumer<Signal> signals) {
        this.service = service;
        this.folders = folders;
        this.signals = signals;
    }

    /**
     * Starts the thread; no folder is watched yet.
     *
     * @param signals is given what happens, by that thread; ends with {@link Signal.ReaderLost}
     * @throws IOException when the system's limits are used up
     */
    static EventStream open(WatchServiceSource source, Path root, PathFilter filter, Consumer<Signal> signals)
            throws IOException {
        WatchService service = source.open();
        EventStream stream = new EventStream(service, new WatchedFolders(service, root, filter), signals);
        Thread.ofPlatform().daemon().name("schemawatch-events").start(stream::forward);
        return stream;
    }

    WatchedFolders folders() {
        return folders;
    }

    private void forward() {
        try {
            while (true) {
                WatchKey key = service.take();
                List<WatchEvent<?>> events = key.pollEvents();
                signals.accept(new Signal.Raw(key, events, key.reset()));
            }
        } catch (ClosedWatchServiceException _) {
            signals.accept(new Signal.ReaderLost(this));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            signals.accept(new Signal.ReaderLost(this));
        }
    }

    /** Ends the thread, and all watches. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("closing the watch service", failure);
        }
    }
}
