package dev.schemawatch.config;

import dev.schemawatch.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** How a rule's findings are treated. */
public enum RuleLevel {
    OFF,
    INFO,
    WARNING,
    ERROR;

    /** The severity of the findings; empty when the rule is not checked. */
    public Optional<Severity> severity() {
        return switch (this) {
            case OFF -> Optional.empty();
            case INFO -> Optional.of(Severity.INFO);
            case WARNING -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
