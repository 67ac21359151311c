package dev.schemawatch.diff;

import java.util.Locale;

/** The kinds of database objects that are compared; the closed set behind the {@code kind} label of the metrics. */
public enum ObjectKind {
    NAMESPACE,
    EXTENSION,
    ENUM,
    TABLE,
    VIEW,
    COLUMN,
    PRIMARY_KEY,
    INDEX,
    FOREIGN_KEY,
    SEQUENCE;

    /** The kind in words, for people: {@code primary key}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind as one token, for labels and JSON: {@code primary_key}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
