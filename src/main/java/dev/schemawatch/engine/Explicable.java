package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Drift;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.prisma.Origins;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The differences of a database with all that tells where they come from and how much they matter.
 *
 * @param pending the migrations that are still to be applied, in order
 * @param ran the migrations that the database certainly has, as they are now, in order
 * @param seen what was seen to be made by the migrations of the repository
 * @param namespace the schema that a name without one belongs to
 */
record Explicable(
        Drift drift,
        Origins origins,
        List<Migration> pending,
        List<Migration> ran,
        SeenMakers seen,
        String namespace,
        DatabaseSchema expected,
        DatabaseSchema actual) {
    Explicable {
        pending = List.copyOf(pending);
        ran = List.copyOf(ran);
    }

    List<DriftFinding> findings() {
        PendingChanges changes = PendingChanges.of(pending, namespace, expected, actual);
        Map<Difference, Location.InFile> makers = makers();
        return drift.differences().stream()
                .map(difference -> new DriftFinding(
                        difference,
                        severity(difference),
                        origins.of(
                                difference.object().owner(), difference.object().member()),
                        Optional.ofNullable(makers.get(difference)),
                        changes.explaining(difference)))
                .toList();
    }

    /** Scripts are read only where there is something to be known of them. */
    private Map<Difference, Location.InFile> makers() {
        List<Difference> made = drift.differences().stream()
                .filter(difference -> difference.verdict() != Difference.Verdict.MISSING)
                .filter(difference -> severity(difference) != Severity.INFO)
                .toList();
        if (made.isEmpty() || ran.isEmpty()) {
            return Map.of();
        }
        ObjectMakers makers = new ObjectMakers(LedgerReader.read(ran), seen, namespace);
        Set<String> scripts = ran.stream().map(Migration::path).collect(Collectors.toSet());
        Map<Difference, Location.InFile> places = new HashMap<>();
        made.forEach(difference -> makers.of(difference.object())
                .map(Origin::location)
                .filter(place -> scripts.contains(place.path()))
                .ifPresent(place -> places.put(difference, place)));
        return places;
    }

    /**
     * A gate in front of a deployment must close where Prisma's own diff would have something to say, hence an error for
     * what is merely worth mending too; a name that differs changes nothing for anybody that runs today.
     */
    private static Severity severity(Difference difference) {
        if (difference.verdict() == Difference.Verdict.UNDECIDED) {
            return Severity.WARNING;
        }
        return switch (difference.weight()) {
            case BREAKING, NOTABLE -> Severity.ERROR;
            case MINOR -> Severity.WARNING;
            case COSMETIC, ADVISORY -> Severity.INFO;
        };
    }
}
