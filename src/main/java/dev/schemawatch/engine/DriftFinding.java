package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import java.util.Optional;

/**
 * A difference between a database and the schema, with its place in the schema file.
 *
 * @param origin where the expected object, or the table that should hold it, is declared; empty when nothing in the
 *     schema corresponds to it
 * @param maker where a migration makes what is in the database; empty where nothing of it is there, or nobody knows
 * @param pendingMigration the migration in the repository that has yet to be applied and names this object: then it is
 *     not drift
 */
public record DriftFinding(
        Difference difference,
        Severity severity,
        Optional<Location.InFile> origin,
        Optional<Location.InFile> maker,
        Optional<String> pendingMigration)
        implements Comparable<DriftFinding> {

    /** Whether it counts as drift: a difference that stays and that somebody should mend. */
    public boolean isDrift() {
        return isSettled()
                && switch (difference.weight()) {
                    case BREAKING, NOTABLE, MINOR -> true;
                    case COSMETIC, ADVISORY -> false;
                };
    }

    /**
     * Whether it is there for sure and stays: not when a pending migration speaks of the object, or when it could not be found
     * out whether there is a difference at all.
     */
    public boolean isSettled() {
        return pendingMigration.isEmpty() && difference.verdict() != Difference.Verdict.UNDECIDED;
    }

    DriftFinding withoutMaker() {
        return new DriftFinding(difference, severity, origin, Optional.empty(), pendingMigration);
    }

    /** Gravest first, then by object. */
    @Override
    public int compareTo(DriftFinding other) {
        int bySeverity = severity.compareTo(other.severity);
        return bySeverity != 0 ? bySeverity : difference.compareTo(other.difference);
    }
}
