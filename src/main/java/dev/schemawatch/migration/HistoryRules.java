package dev.schemawatch.migration;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a database's history: what {@code _prisma_migrations} and the repository cannot both be right about. */
public final class HistoryRules {
    /** A migration that began and did not finish. */
    public static final Rule FAILED = rule("migration-failed", Severity.ERROR)
            .summary("A migration began and never finished")
            .why(
                    "Nobody knows which of its statements took effect, and Prisma applies no other migration until that is settled.")
            .instead(
                    "Bring the database to the state before or after the migration, then say so with prisma migrate resolve"
                            + " --rolled-back or --applied.");

    /** A migration whose script is no longer the one that was applied. */
    public static final Rule EDITED = rule("migration-edited", Severity.WARNING)
            .summary("A migration was changed after it was applied")
            .why(
                    "This database has what the script said then, a new one gets what it says now, and prisma migrate dev wants to"
                            + " reset the database.")
            .instead("Restore the script as it was applied, and put the change into a new migration.");

    /** A migration that the repository does not hold. */
    public static final Rule UNKNOWN = rule("migration-unknown", Severity.WARNING)
            .summary("A migration was applied that the repository does not hold")
            .why(
                    "The database has changes that nobody here can read or repeat; most often it was applied from another branch, or"
                            + " its folder was removed.")
            .instead("Bring the folder back under the same name, from the branch that has it.");

    private HistoryRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(FAILED, EDITED, UNKNOWN);
    }

    /**
     * What they find in a history.
     *
     * @param database the name of the database
     */
    public static Stream<Finding> findings(String database, HistoryVerdict history) {
        return Stream.of(
                        findings(
                                FAILED,
                                database,
                                history.failed(),
                                "began and never finished: mend what it left behind, then"
                                        + " run prisma migrate resolve with --rolled-back or --applied"),
                        findings(
                                EDITED,
                                database,
                                history.edited(),
                                "was changed in the repository after it was applied:"
                                        + " restore its script and put the change into a new migration"),
                        findings(
                                UNKNOWN,
                                database,
                                history.unknown(),
                                "was applied and is not in the repository: bring its"
                                        + " folder back from the branch that has it"))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> findings(Rule rule, String database, List<String> migrations, String message) {
        return migrations.stream()
                .map(name ->
                        rule.at(new Location.InDatabase(database, name), name, "migration " + name + " " + message));
    }

    private static Rule rule(String id, Severity severity) {
        return Rule.named(id, severity).neverSuppressed();
    }
}
