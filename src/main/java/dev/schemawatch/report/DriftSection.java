package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.engine.DriftFinding;

/** What a difference means to its reader, in the order in which it is told. */
enum DriftSection {
    DRIFT("drift", "Drift"),
    UNDECIDED("undecided", "Undecided: could not be compared, neither equal nor different"),
    PENDING("pending", "Pending: migrations that are not applied yet explain these"),
    ADVICE("advice", "For information: no drift, nothing has to be mended");

    private final String word;
    private final String heading;

    DriftSection(String word, String heading) {
        this.word = word;
        this.heading = heading;
    }

    static DriftSection of(DriftFinding finding) {
        if (finding.pendingMigration().isPresent()) {
            return PENDING;
        }
        if (finding.difference().verdict() == Difference.Verdict.UNDECIDED) {
            return UNDECIDED;
        }
        return finding.isDrift() ? DRIFT : ADVICE;
    }

    /** The word in a sum, behind a number. */
    String sumWord() {
        return this == ADVICE ? "for information" : word;
    }

    /** The word in JSON. */
    String word() {
        return word;
    }

    String heading() {
        return heading;
    }
}
