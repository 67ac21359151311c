package dev.schemawatch.git;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking git.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
    /** What was asked for. */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * Git could not say.
     *
     * @param reason in git's own words or ours, one line; holds what git printed, so it goes through the printing of a report
     */
    record Refused<T>(String reason) implements Answer<T> {}

    /** What was asked for, where it does not matter why it could not be had. */
    default Optional<T> given() {
        return switch (this) {
            case Given<T>(T value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }

    /** The answer to a question that follows from this one. */
    default <U> Answer<U> then(Function<T, Answer<U>> next) {
        return switch (this) {
            case Given<T>(T value) -> next.apply(value);
            case Refused<T>(String reason) -> new Refused<>(reason);
        };
    }
}
