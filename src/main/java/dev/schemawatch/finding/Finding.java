package dev.schemawatch.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that a rule found at one place.
 *
 * @param rule the rule's id
 * @param severity the severity in force, after configuration
 * @param location where
 * @param subject what it is about, in words that survive edits elsewhere in the file: with the rule and the path it is
 *     the finding's identity
 * @param message what is wrong there, and what to do next; holds no secret
 */
public record Finding(String rule, Severity severity, Location location, String subject, String message)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::location)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(location);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(message);
    }

    /** The identity that tells a new finding from one that only moved. */
    public Identity identity() {
        String container = switch (location) {
            case Location.InFile inFile -> inFile.path();
            case Location.InDatabase inDatabase -> inDatabase.database();
        };
        return new Identity(rule, container, subject);
    }

    /** This finding with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, location, subject, message);
    }

    /** Gravest first, then by place. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** Rule, file or database, and subject: equal for the same problem before and after an edit elsewhere. */
    public record Identity(String rule, String container, String subject) {}
}
