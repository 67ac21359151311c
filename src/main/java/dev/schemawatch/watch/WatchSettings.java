package dev.schemawatch.watch;

import java.time.Duration;

/**
 * How long changes are gathered.
 *
 * @param settle how long nothing may change before a change is told
 * @param maxWait how long changes may keep each other waiting
 */
public record WatchSettings(Duration settle, Duration maxWait) {}
