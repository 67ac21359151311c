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
 * Flags a schema that expects another database than the last commit's does, while no migration was added or edited. What
 * counts is the meaning: a comment, a reordering or a renamed model with {@code @@map} changes no database.
 */
public final class SchemaChangedWithoutMigration implements Check<Evolution> {
    private static final int NAMED_CHANGES = 3;

    private static final Rule RULE = Rule.of(SchemaChangedWithoutMigration.class, Severity.WARNING)
            .summary("The schema changed since the last commit, and no migration with it")
            .why(
                    "The generated client asks for columns that no database gets: it works on the author's machine and fails"
                            + " everywhere else.")
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
        if (!evolution.committed().migrations().equals(evolution.now().migrations())) {
            return Stream.empty();
        }
        List<Change> changes = evolution.changes();
        return changes.stream()
                .limit(1)
                .map(first -> RULE.at(
                        first.location(),
                        evolution.project().schema(),
                        "the schema now says otherwise about " + names(changes) + " than the last commit, and no"
                                + " migration was added or edited; run npx prisma migrate dev --name <what-changed>"));
    }

    private static String names(List<Change> changes) {
        String named = changes.stream().limit(NAMED_CHANGES).map(Change::name).collect(Collectors.joining(", "));
        return changes.size() <= NAMED_CHANGES ? named : named + " and " + (changes.size() - NAMED_CHANGES) + " more";
    }
}
