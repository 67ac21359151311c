package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Drift;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.prisma.Origins;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.List;

/**
 * The differences of a database with all that tells where they come from and how much they matter.
 *
 * @param pending the migrations that are still to be applied, in order
 * @param namespace the schema that a name without one belongs to
 */
record Explicable(
        Drift drift,
        Origins origins,
        List<Migration> pending,
        String namespace,
        DatabaseSchema expected,
        DatabaseSchema actual) {
    Explicable {
        pending = List.copyOf(pending);
    }

    List<DriftFinding> findings() {
        PendingChanges changes = PendingChanges.of(pending, namespace, expected, actual);
        return drift.differences().stream()
                .map(difference -> new DriftFinding(
                        difference,
                        severity(difference),
                        origins.of(
                                difference.object().owner(), difference.object().member()),
                        changes.explaining(difference)))
                .toList();
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
