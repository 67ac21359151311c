package dev.schemawatch.watch;

import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.List;

/** What the watcher's thread is told. */
sealed interface Signal {

    /** A new scan says what is to be watched. */
    record Watch(Scan scan) implements Signal {}

    /**
     * Events as the kernel's queue held them.
     *
     * @param valid false when the folder is no longer watched, because it is gone
     */
    record Raw(WatchKey key, List<WatchEvent<?>> events, boolean valid) implements Signal {
        public Raw {
            events = List.copyOf(events);
        }
    }

    /** This stream brings nothing any more. */
    record ReaderLost(EventStream stream) implements Signal {}

    /** The end. */
    record Stop() implements Signal {}
}
