package dev.schemawatch.doctor;

import java.util.List;
import java.util.Objects;

/**
 * What a probe looks at, from which its diagnoses are made.
 *
 * @param probe which one, for programs: {@code database}
 * @param about which of several, for example the name of a database; "" for the only one
 */
public record Subject(String probe, String about) {
    public Subject {
        Objects.requireNonNull(probe);
        Objects.requireNonNull(about);
    }

    /** The only one of its kind. */
    static Subject of(String probe) {
        return new Subject(probe, "");
    }

    /** For people: {@code database staging}. */
    public String display() {
        return about.isEmpty() ? probe : probe + " " + about;
    }

    Diagnosis ok(String message) {
        return new Diagnosis(this, Verdict.OK, message, List.of());
    }

    Diagnosis warning(String message, List<String> remedy) {
        return new Diagnosis(this, Verdict.WARNING, message, remedy);
    }

    Diagnosis error(String message, List<String> remedy) {
        return new Diagnosis(this, Verdict.ERROR, message, remedy);
    }

    Diagnosis skipped(String reason, List<String> remedy) {
        return new Diagnosis(this, Verdict.SKIPPED, reason, remedy);
    }
}
