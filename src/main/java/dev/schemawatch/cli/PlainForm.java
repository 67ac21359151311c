package dev.schemawatch.cli;

import java.util.Locale;

/** The forms of a result that holds no findings. */
enum PlainForm {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
