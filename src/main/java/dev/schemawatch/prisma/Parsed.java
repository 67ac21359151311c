package dev.schemawatch.prisma;

import dev.schemawatch.finding.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What could be made of a text, and what is wrong with it. The value is always there, however broken the text.
 *
 * @param findings in order of their places
 */
public record Parsed<T>(T value, List<Finding> findings) {
    public Parsed {
        Objects.requireNonNull(value);
        findings = List.copyOf(findings);
    }
}
