package dev.schemawatch.config;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A key of the configuration as it is in force.
 *
 * @param key its path; where nobody chose a name yet, with the name in angle brackets
 * @param value as it would be written in the file; empty when there is none; three stars for what must not be seen
 * @param place where in the origin: {@code schemawatch.yaml:3:5}, a variable, an option; "" for the default
 */
public record ConfigEntry(String key, Optional<String> value, Origin origin, String place) {
    public ConfigEntry {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(place);
    }

    /** What gave the value; each beats those before it. */
    public enum Origin {
        DEFAULT,
        FILE,
        ENVIRONMENT,
        COMMAND_LINE;

        /** As programs read it: {@code command-line}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
