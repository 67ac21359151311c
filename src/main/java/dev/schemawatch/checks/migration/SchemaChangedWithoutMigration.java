package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Evolution;
import dev.schemawatch.check.Evolution.Change;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags a schema that expects another database than the last commit's does, while no migration that came or was edited since
 * can bring that about. What counts is the meaning: a comment, a reordering or a renamed model with {@code @@map} changes no
 * database, and a script that is moved defines nothing. One that is removed takes back what it made: so it
 * is where a commit is reverted.
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
        return missing.stream()
                .limit(1)
                .map(first -> RULE.at(
                        first.location(),
                        evolution.project().schema(),
                        "the schema now says otherwise about " + names(missing) + " than the last commit" + fault
                                + "; run npx prisma migrate dev --name <what-changed>"));
    }

    private static String names(List<Change> changes) {
        String named = changes.stream().limit(NAMED_CHANGES).map(Change::name).collect(Collectors.joining(", "));
        return changes.size() <= NAMED_CHANGES ? named : named + " and " + (changes.size() - NAMED_CHANGES) + " more";
    }
}
