package dev.schemawatch.config;

import java.util.Objects;

/**
 * Something in the configuration that cannot be used.
 *
 * @param place where: {@code schemawatch.yaml:3:5}, or the name of an environment variable
 * @param message what is wrong and what is possible there; holds no secret
 */
public record ConfigProblem(String place, String message) {
    public ConfigProblem {
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
    }

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
