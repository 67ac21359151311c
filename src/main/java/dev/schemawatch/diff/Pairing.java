package dev.schemawatch.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/** Brings together, step by step, what belongs together on both sides when a name alone does not tell. */
final class Pairing<T> {
    private final Pair<List<T>> all;
    private final List<T> expected;
    private final List<T> actual;

    Pairing(Pair<List<T>> all) {
        this.all = all;
        expected = new ArrayList<>(all.expected());
        actual = new ArrayList<>(all.actual());
    }

    /** Takes pairs out of what is left, each object once, in the order of the expected side. */
    List<Pair<T>> take(BiPredicate<T, T> belongTogether) {
        List<Pair<T>> pairs = new ArrayList<>();
        for (T object : List.copyOf(expected)) {
            actual.stream()
                    .filter(other -> belongTogether.test(object, other))
                    .findFirst()
                    .ifPresent(other -> {
                        pairs.add(new Pair<>(object, other));
                        expected.remove(object);
                        actual.remove(other);
                    });
        }
        return pairs;
    }

    /** Forgets what has a counterpart on the other side, be it already taken. */
    void forgetTwins(BiPredicate<T, T> belongTogether) {
        expected.removeIf(object -> all.actual().stream().anyMatch(other -> belongTogether.test(object, other)));
        actual.removeIf(object -> all.expected().stream().anyMatch(other -> belongTogether.test(other, object)));
    }

    /** What is left of the expected side. */
    List<T> missing() {
        return Collections.unmodifiableList(expected);
    }

    /** What is left of the actual side. */
    List<T> unexpected() {
        return Collections.unmodifiableList(actual);
    }
}
