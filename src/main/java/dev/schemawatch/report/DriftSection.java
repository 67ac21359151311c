package dev.schemawatch.report;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;

/** What a difference means to its reader, in the order in which it is told. */
enum DriftSection {
    DRIFT(
            "drift",
            "Drift",
            Rule.named("drift", Severity.ERROR)
                    .summary("The database is not what the schema says")
                    .why("Queries that the schema promises to work fail, or lose data, or are slow.")
                    .instead(
                            "Write a migration that brings the database to the schema, or bring the schema to the database.")),
    UNDECIDED(
            "undecided",
            "Undecided: could not be compared, neither equal nor different",
            Rule.named("drift-undecided", Severity.WARNING)
                    .summary("Two definitions could not be compared")
                    .why(
                            "They are written differently, and PostgreSQL was not there to say whether they mean the same.")
                    .instead(
                            "Compare the two by eye, and write the schema as PostgreSQL prints it where they are equal.")),
    PENDING(
            "pending",
            "Pending: migrations that are not applied yet explain these",
            Rule.named("drift-pending", Severity.INFO)
                    .summary("A migration that is not applied yet explains the difference")
                    .why("A release that needs the change must not start before the migration has run.")
                    .instead("Apply the migrations with prisma migrate deploy.")),
    ADVICE(
            "advice",
            "For information: no drift, nothing has to be mended",
            Rule.named("drift-advice", Severity.INFO)
                    .summary("Schema and database differ in what changes nothing")
                    .why("It is told so that nobody who meets the difference elsewhere takes it for drift.")
                    .instead("Nothing has to be done."));

    private final String word;
    private final String heading;
    private final Rule rule;

    DriftSection(String word, String heading, Rule rule) {
        this.word = word;
        this.heading = heading;
        this.rule = rule.neverSuppressed();
    }

    /** What stands in the place of a rule in reports that know nothing but findings of rules. */
    Rule rule() {
        return rule;
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
