package dev.schemawatch.engine;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The facts of one evaluation, each value under the path that it is about; and why some could not be had. */
final class Facts {
    private final Set<Fact<?>> wanted;
    private final Map<Fact<?>, SortedMap<String, Object>> known = new HashMap<>();
    private final Map<Fact<?>, SortedMap<String, String>> missing = new HashMap<>();

    /** Facts for these checks. */
    Facts(Collection<? extends Check<?>> checks) {
        this.wanted = checks.stream().map(Check::reads).collect(Collectors.toSet());
    }

    /** Whether any check reads that fact: what is dear to derive and read by none is left alone. */
    boolean isWanted(Fact<?> fact) {
        return wanted.contains(fact);
    }

    <F> void put(Fact<F> fact, String subject, F value) {
        known.computeIfAbsent(fact, _ -> new TreeMap<>()).put(subject, value);
    }

    /** Notes that the fact could not be had for that subject, and why. */
    void putMissing(Fact<?> fact, String subject, String reason) {
        missing.computeIfAbsent(fact, _ -> new TreeMap<>()).put(subject, reason);
    }

    /** Hands over each value of that fact with its subject, in order. */
    <F> void forEach(Fact<F> fact, BiConsumer<String, F> action) {
        known.getOrDefault(fact, new TreeMap<>())
                .forEach((subject, value) -> action.accept(subject, fact.type().cast(value)));
    }

    /** Why that fact could not be had, a sentence for each subject. */
    List<String> reasons(Fact<?> fact) {
        return List.copyOf(missing.getOrDefault(fact, new TreeMap<>()).values());
    }
}
