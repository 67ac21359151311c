package dev.schemawatch.doctor;

import java.util.Locale;

/** How well one thing is. */
public enum Verdict {
    OK,
    /** Schemawatch works, and something should be better. */
    WARNING,
    /** Something keeps Schemawatch, or part of it, from working. */
    ERROR,
    /** Not looked at, for the reason that is said. */
    SKIPPED;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
