package dev.schemawatch.doctor;

import java.util.List;
import java.util.Objects;

/**
 * What a probe says of one thing. Holds no secret; names from files and catalogs are in it as they are, so who prints it takes
 * control characters out.
 *
 * @param message a sentence
 * @param remedy lines that mend it when they are pasted: shell, SQL or configuration; empty when nothing is to be done
 */
public record Diagnosis(Subject subject, Verdict verdict, String message, List<String> remedy) {
    public Diagnosis {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(message);
        remedy = List.copyOf(remedy);
    }
}
