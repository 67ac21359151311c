package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import java.util.stream.Stream;

/** Flags a migration without a single statement, be it Prisma's or written by hand. */
public final class EmptyMigrationFile implements Check<Migration> {
    private static final Rule RULE = Rule.of(EmptyMigrationFile.class, Severity.ERROR)
            .summary("A migration holds no SQL")
            .why("It is recorded as applied and changes nothing: the schema goes on to expect what no database has.")
            .instead(
                    "Write the SQL, or delete the migration before anybody applies it. For an empty migration on purpose,"
                            + " say so with SELECT 1; and a comment.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<Migration> reads() {
        return Fact.EACH_MIGRATION;
    }

    @Override
    public Stream<Finding> inspect(Migration migration) {
        return migration.isEmpty()
                ? Stream.of(RULE.at(
                        Location.InFile.whole(migration.path()),
                        migration.name(),
                        what(migration) + "; write its SQL, or delete it before it is applied anywhere"))
                : Stream.empty();
    }

    private static String what(Migration migration) {
        if (migration.script().isEmpty()) {
            return "the migration is an empty file";
        }
        return migration.script().isBlank()
                ? "the migration holds only white space"
                : "the migration holds only comments";
    }
}
