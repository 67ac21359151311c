package dev.schemawatch.alert;

import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.finding.Severity;

/** The identity of an alert. It has no counts and no names of objects in it, so a problem that grows is still the same. */
public sealed interface Problem {
    /** The database is not as the schema says. */
    record Drifted(String database, ObjectKind kind, Severity severity) implements Problem {}

    /** Nobody knows whether the database is as the schema says. */
    record Unseen(String database) implements Problem {}
}
