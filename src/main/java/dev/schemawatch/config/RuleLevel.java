package dev.schemawatch.config;

import java.util.Locale;

/** How a rule's findings are treated. */
public enum RuleLevel {
    /** Not checked. */
    OFF,
    /** Checked, with the severity that the rule declares. */
    ON,
    INFO,
    WARNING,
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
