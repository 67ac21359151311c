package dev.schemawatch.scratch;

import dev.schemawatch.localserver.TextShelf;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Observations;
import dev.schemawatch.migration.Observed;
import dev.schemawatch.migration.OpaqueStatements;
import dev.schemawatch.replay.PrefixKeys;
import dev.schemawatch.replay.ReplayPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What dry runs have seen of histories, in this user's cache: a text for each beginning of a history that was tried, under the name
 * that its snapshot has.
 *
 * @param shelf where the texts are
 * @param stamp of the shelf when this value was made
 */
public record MakerRecords(TextShelf shelf, long stamp) implements Observations {
    public MakerRecords {
        Objects.requireNonNull(shelf);
    }

    /** Those of this user, as they are now. */
    public static MakerRecords ofUser() {
        return in(TextShelf.named("makers"));
    }

    /** Those that are on that shelf now. */
    public static MakerRecords in(TextShelf shelf) {
        return new MakerRecords(shelf, shelf.stamp());
    }

    @Override
    public Optional<Observed> of(String namespace, boolean splits, List<Migration> migrations) {
        Set<String> names = shelf.names();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = PrefixKeys.of(namespace, splits, migrations).keys();
        for (int applied = keys.size(); applied > 0; applied--) {
            String name = keys.get(applied - 1);
            Optional<Observed> known = names.contains(name) ? read(name, applied) : Optional.empty();
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** What was seen up to where so many migrations were applied; empty when it is not known. */
    Optional<Observed> upTo(int applied, ReplayPlan plan) {
        return saysAll(applied, plan)
                ? Optional.of(new Observed(applied, List.of()))
                : read(PrefixKeys.of(plan).after(applied), applied);
    }

    /** Keeps what was seen. */
    void keep(Observed observed, ReplayPlan plan) {
        if (!saysAll(observed.applied(), plan)) {
            shelf.keep(PrefixKeys.of(plan).after(observed.applied()), MakerRecord.text(observed));
        }
    }

    /** Whether so many scripts say all that they make: then there is nothing to keep. */
    private static boolean saysAll(int applied, ReplayPlan plan) {
        return plan.migrations().subList(0, applied).stream().noneMatch(OpaqueStatements::areIn);
    }

    private Optional<Observed> read(String name, int applied) {
        return shelf.read(name).flatMap(text -> MakerRecord.read(text, applied));
    }
}
