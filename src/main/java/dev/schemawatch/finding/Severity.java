package dev.schemawatch.finding;

import java.util.Locale;

/** How much a finding matters; declared from gravest to mildest, so the natural order sorts errors first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The lower-case word used in every output and in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this severity is as grave as {@code threshold}, or graver. */
    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }
}
