package dev.schemawatch.diff;

import java.util.Objects;
import java.util.function.Function;

/** The two sides of a comparison; both are there. */
public record Pair<T>(T expected, T actual) {
    public Pair {
        Objects.requireNonNull(expected);
        Objects.requireNonNull(actual);
    }

    /** The same property of both sides. */
    public <R> Pair<R> map(Function<? super T, ? extends R> property) {
        return new Pair<>(property.apply(expected), property.apply(actual));
    }

    /** Whether both sides are equal. */
    public boolean same() {
        return expected.equals(actual);
    }

    /** Whether a property is equal on both sides. */
    public boolean same(Function<? super T, ?> property) {
        return Objects.equals(property.apply(expected), property.apply(actual));
    }
}
