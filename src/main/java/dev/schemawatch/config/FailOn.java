package dev.schemawatch.config;

import dev.schemawatch.finding.Severity;
import java.util.Locale;

/** From which severity on findings make a command fail. */
public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    /** Whether a finding of that severity makes the command fail. */
    public boolean failsOn(Severity severity) {
        return switch (this) {
            case ERROR -> severity.atLeast(Severity.ERROR);
            case WARNING -> severity.atLeast(Severity.WARNING);
            case INFO -> severity.atLeast(Severity.INFO);
            case NEVER -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
