package dev.schemawatch.finding;

import java.util.Objects;

/**
 * A comment of a file that people write, in whatever language.
 *
 * @param text without the signs that make it a comment
 * @param location with the signs
 */
public record Comment(String text, Location.InFile location) {
    public Comment {
        Objects.requireNonNull(text);
        Objects.requireNonNull(location);
    }
}
