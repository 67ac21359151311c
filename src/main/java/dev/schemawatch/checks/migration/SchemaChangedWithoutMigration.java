package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Evolution;
import dev.schemawatch.check.Evolution.Change;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.check.Orphan;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Flags a schema that expects another database than the last commit's does, while no migration that came or was edited since
 * can bring that about. What counts is the meaning: a comment, a reordering or a renamed model with {@code @@map} changes no
 * database, and a script that is moved defines nothing. One that is removed takes back what it made: so it
 * is where a commit is reverted; what the schema goes on expecting is left without one.
 */
public final class SchemaChangedWithoutMigration implements Check<Evolution> {
    private static final int NAMED_CHANGES = 3;

    private static final Rule RULE = Rule.of(SchemaChangedWithoutMigration.class, Severity.WARNING)
            .summary("The schema changed since the last commit, and no migration with it")
            .why(
                    "The generated client asks for columns that no database gets: it works on the author's machine and fails"
                            + " everywhere else. In a working tree this is a warning; schemawatch hook run, before a"
                            + " commit, makes it an error unless rules gives it a level.")
            .instead("Make a migration of the change and commit both together.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<Evolution> reads() {
        return Fact.EVOLUTION;
    }

    @Override
    public Stream<Finding> inspect(Evolution evolution) {
        List<Change> missing =
                evolution.changes().stream().filter(change -> !change.reached()).toList();
        String fault = evolution.committed().migrations().equals(evolution.now().migrations())
                ? ", and no migration was added or edited"
                : ", and no statement that migrations gained since touches " + (missing.size() == 1 ? "it" : "them");
        Stream<Finding> changed = missing.stream()
                .limit(1)
                .map(first -> RULE.at(
                        first.location(),
                        evolution.project().schema(),
                        "the schema now says otherwise about "
                                + names(missing.stream().map(Change::name).toList()) + " than the last commit" + fault
                                + "; run npx prisma migrate dev --name <what-changed>"));
        return Stream.concat(changed, orphaned(evolution));
    }

    private static Stream<Finding> orphaned(Evolution evolution) {
        List<String> orphans =
                evolution.orphans().stream().map(Orphan::name).distinct().toList();
        return evolution.orphans().stream()
                .limit(1)
                .map(first -> RULE.at(
                        evolution.declaration(first),
                        evolution.project().schema(),
                        "the schema still expects " + names(orphans) + ", and "
                                + fault(evolution, first.maker().path())
                                + ", as the last commit has it ("
                                + MergedMigrations.restore(first.maker().path(), "HEAD")
                                + "), or run npx prisma migrate dev --name <what-is-missing>"));
    }

    private static String fault(Evolution evolution, String script) {
        return evolution.now().migrations().containsKey(script)
                ? script + " no longer makes it; restore the script"
                : "the migration that made it is gone; restore it";
    }

    private static String names(List<String> names) {
        String named = String.join(", ", names.subList(0, Math.min(NAMED_CHANGES, names.size())));
        return names.size() <= NAMED_CHANGES ? named : named + " and " + (names.size() - NAMED_CHANGES) + " more";
    }
}
