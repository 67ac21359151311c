package dev.schemawatch.watch;

import java.io.IOException;
import java.nio.file.WatchService;

/** Where watch services come from; the system's limits can forbid one. */
interface WatchServiceSource {
    WatchService open() throws IOException;
}
