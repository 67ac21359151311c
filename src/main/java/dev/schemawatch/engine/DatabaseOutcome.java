package dev.schemawatch.engine;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.migration.HistoryVerdict;
import java.util.List;

/** What is known of one database. "Could not look" is a case of its own and never "no drift". */
public sealed interface DatabaseOutcome {

    /**
     * The database was compared with the schema.
     *
     * @param drift every difference, sorted; those that a pending migration explains are among them
     * @param history what the migrations of the database are, next to those of the repository
     * @param findings what the rules of histories say of it, sorted
     * @param inspectedObjects number of tables that were looked at
     */
    record Compared(
            String serverVersion,
            List<DriftFinding> drift,
            History<HistoryVerdict> history,
            List<Finding> findings,
            int inspectedObjects)
            implements DatabaseOutcome {
        public Compared {
            drift = drift.stream().sorted().toList();
            findings = findings.stream().sorted().toList();
        }

        /** The same for who tells by other means which migration made what. */
        public Compared withoutMakers() {
            List<DriftFinding> unattributed =
                    drift.stream().map(DriftFinding::withoutMaker).toList();
            return new Compared(serverVersion, unattributed, history, findings, inspectedObjects);
        }
    }

    /** The database was not compared: it could not be reached, or the schema could not be read. */
    record NotCompared(DatabaseState.Reason reason, String message) implements DatabaseOutcome {}
}
