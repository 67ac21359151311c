package dev.schemawatch.daemon;

import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchSettings;
import java.time.Duration;

/**
 * What the daemon watches, and how often.
 *
 * @param driftInterval between two looks at a database
 * @param env what is known of environment variables beside what is in the files
 */
public record DaemonSettings(ScanSettings scan, WatchSettings watch, Duration driftInterval, EnvInputs env) {}
