package dev.schemawatch.migration;

import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.Observed.Made;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects that a series of migrations comes to were made, of which its scripts do not say so: by what dry runs have seen
 * of it. They are looked up when somebody first asks. Equal by what they are about.
 */
public final class SeenMakers {
    /** Of no migrations. */
    public static final SeenMakers NONE = new SeenMakers(Observations.NONE, "", false, List.of(), Optional.empty());

    private final Observations observations;
    private final String namespace;
    private final boolean splits;
    private final List<Migration> migrations;
    private final Optional<Migration> next;

    /** Empty until somebody asks. Of two threads that ask at once each finds the same, so either answer may stay. */
    private final AtomicReference<@Nullable Map<MadeObject, Origin>> makers = new AtomicReference<>();

    private SeenMakers(
            Observations observations,
            String namespace,
            boolean splits,
            List<Migration> migrations,
            Optional<Migration> next) {
        this.observations = Objects.requireNonNull(observations);
        this.namespace = Objects.requireNonNull(namespace);
        this.splits = splits;
        this.migrations = List.copyOf(migrations);
        this.next = next;
    }

    /**
     * Of what all of these migrations come to.
     *
     * @param namespace the PostgreSQL schema that scripts mean when they name none
     * @param splits whether a script that cannot run in one transaction is sent statement by statement
     */
    public static SeenMakers after(
            Observations observations, String namespace, boolean splits, List<Migration> migrations) {
        return new SeenMakers(observations, namespace, splits, migrations, Optional.empty());
    }

    /**
     * Of what one of the migrations finds when it runs. Nobody records when people ran their scripts: before one of Prisma's they
     * may all have run.
     *
     * @param next one of these migrations
     */
    public static SeenMakers before(
            Migration next, Observations observations, String namespace, boolean splits, List<Migration> migrations) {
        return new SeenMakers(observations, namespace, splits, migrations, Optional.of(next));
    }

    /** Where the object was made. */
    public Optional<Origin> of(MadeObject object) {
        return Optional.ofNullable(all().get(object));
    }

    /** All that is known. */
    public Map<MadeObject, Origin> all() {
        Map<MadeObject, Origin> known = makers.get();
        if (known != null) {
            return known;
        }
        Map<MadeObject, Origin> found = look();
        makers.set(found);
        return found;
    }

    private Map<MadeObject, Origin> look() {
        if (migrations.stream().noneMatch(OpaqueStatements::areIn)) {
            return Map.of();
        }
        Map<MadeObject, Origin> found = new HashMap<>();
        histories()
                .forEach(history -> observations.of(namespace, splits, history).stream()
                        .flatMap(seen -> seen.made().stream())
                        .filter(made -> isThere(made, history))
                        .sorted(Comparator.comparingInt(Made::by).reversed())
                        .forEach(made -> found.computeIfAbsent(
                                made.object(), OpaqueStatements.of(history.get(made.by()))::maker)));
        return Map.copyOf(found);
    }

    /** All of it, and where people's scripts come after one of Prisma's migrations, also what it was before this came between. */
    private Stream<List<Migration>> histories() {
        int from = next.map(migrations::indexOf).orElse(migrations.size());
        if (migrations.stream().skip(from).noneMatch(SeenMakers::isScript)) {
            return Stream.of(migrations);
        }
        List<Migration> earlier = IntStream.range(0, migrations.size())
                .filter(number -> number < from || isScript(migrations.get(number)))
                .mapToObj(migrations::get)
                .toList();
        return Stream.of(migrations, earlier);
    }

    /** Whether it certainly is there under that name, as the migration that it made has left it. */
    private boolean isThere(Made made, List<Migration> history) {
        int at = next.map(history::indexOf).filter(place -> place >= 0).orElse(history.size());
        if (made.by() >= at) {
            return next.filter(migration -> !isScript(migration)).isPresent() && isScript(history.get(made.by()));
        }
        IntPredicate leaves =
                number -> !OpaqueStatements.of(history.get(number)).mayConcern(made.object());
        return made.since() <= at && IntStream.range(made.until(), at).allMatch(leaves);
    }

    private static boolean isScript(Migration migration) {
        return migration.author() == Author.HAND;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenMakers makersOfOther
                && splits == makersOfOther.splits
                && namespace.equals(makersOfOther.namespace)
                && observations.equals(makersOfOther.observations)
                && next.equals(makersOfOther.next)
                && migrations.equals(makersOfOther.migrations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(observations, namespace, splits, next, migrations.size());
    }
}
