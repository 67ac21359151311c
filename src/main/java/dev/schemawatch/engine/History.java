package dev.schemawatch.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of the migrations that a database has run. "Could not be read" is a case of its own and never "nothing
 * pending".
 *
 * @param <T> what was read, or what was made of it
 */
public sealed interface History<T> {

    /** The same knowledge, with something made of what was read. */
    default <R> History<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Read<T>(T content) -> new Read<>(function.apply(content));
            case NoTable<T>() -> new NoTable<>();
            case Unreadable<T>(String reason) -> new Unreadable<>(reason);
        };
    }

    /** What was read, if anything was. */
    default Optional<T> content() {
        return switch (this) {
            case Read<T>(T content) -> Optional.of(content);
            case NoTable<T>(), Unreadable<T>(var _) -> Optional.empty();
        };
    }

    /** The table is there and was read. */
    record Read<T>(T what) implements History<T> {
        public Read {
            Objects.requireNonNull(what);
        }
    }

    /** There is no table {@code _prisma_migrations}. */
    record NoTable<T>() implements History<T> {}

    /** @param reason a sentence that says why the table could not be read and what to do, without a secret */
    record Unreadable<T>(String reason) implements History<T> {
        public Unreadable {
            Objects.requireNonNull(reason);
        }
    }
}
