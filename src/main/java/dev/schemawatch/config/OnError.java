package dev.schemawatch.config;

import java.util.Locale;

/** What becomes of a commit that could not be checked. */
public enum OnError {
    PASS,
    BLOCK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
