package dev.schemawatch.env;

/**
 * A text that must not be seen: only who asks for {@link #value} gets it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {
    /** Three stars, whatever the secret. */
    @Override
    public String toString() {
        return "***";
    }
}
