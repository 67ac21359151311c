package dev.schemawatch.engine;

import dev.schemawatch.engine.DatabaseOutcome.Compared;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What evaluations came to before the present one, as far as the present one is told apart from them.
 *
 * @param outcome the one before; empty at the first evaluation
 * @param comparisons the last comparison of each database, by name, from whatever outcome holds it: a database that was away
 *     for a while is told apart from what it was before, not from nothing
 */
public record Past(Optional<Outcome> outcome, SortedMap<String, Compared> comparisons) {

    /** Nothing was evaluated yet. */
    public static final Past NONE = new Past(Optional.empty(), Collections.emptySortedMap());

    public Past {
        comparisons = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Compared>) comparisons));
    }

    /** The past of the evaluation that follows the one with this outcome. */
    public Past with(Outcome latest) {
        SortedMap<String, Compared> known = new TreeMap<>((Map<String, Compared>) comparisons);
        latest.databases().forEach((name, database) -> {
            switch (database) {
                case Compared compared -> known.put(name, compared);
                case DatabaseOutcome.NotCompared _ -> {}
            }
        });
        return new Past(Optional.of(latest), known);
    }

    /** The last outcome of a database; empty when the outcome before had no such database. */
    public Optional<DatabaseOutcome> database(String name) {
        return outcome.flatMap(before -> Optional.ofNullable(before.databases().get(name)));
    }

    /** The last comparison of a database; empty when it was never compared. */
    public Optional<Compared> comparison(String name) {
        return Optional.ofNullable(comparisons.get(name));
    }
}
