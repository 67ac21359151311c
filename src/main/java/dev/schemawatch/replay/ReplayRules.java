package dev.schemawatch.replay;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;

/** The rules of dry runs: what a migration comes to on an empty database. */
public final class ReplayRules {
    /** A statement that PostgreSQL refuses. */
    public static final Rule FAILS = rule("migration-does-not-apply")
            .summary("A migration fails on an empty database")
            .why("Neither a new developer nor a build server nor Prisma's shadow database can be set up any more, and a"
                    + " migration that is still to come fails in production just the same.")
            .instead("Mend the statement if the migration is applied nowhere yet; else mend what it relies on in a"
                    + " migration before it.");

    /** A migration that was given up. */
    public static final Rule NEVER_ENDS = rule("migration-never-ends")
            .summary("A migration takes too long on an empty database")
            .why(
                    "Without a single row to change it waits for something that does not come, and a deployment waits with it.")
            .instead(
                    "Remove the sleep, the lock or the loop; if it is at work for so long, give it more time with --timeout.");

    /** A migration that Prisma cannot write down. */
    public static final Rule NOT_RECORDED = rule("migration-not-recorded")
            .summary("A migration leaves a session in which Prisma cannot record it")
            .why("prisma migrate deploy stops half-way: the changes are there or not, and the history does not say.")
            .instead("Leave the session as it was: end every transaction, and change settings with SET LOCAL.");

    /** A migration that is no text. */
    public static final Rule UNREADABLE = rule("migration-not-readable")
            .summary("A migration cannot be read, so the dry run leaves it out")
            .why("What comes after it was written for a database in which it has run.")
            .instead("Save the script as UTF-8 text.");

    private ReplayRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(FAILS, NEVER_ENDS, NOT_RECORDED, UNREADABLE);
    }

    private static Rule rule(String id) {
        return Rule.named(id, Severity.ERROR).neverSuppressed();
    }
}
