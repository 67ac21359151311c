package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MigrationLock;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Tells of a migrations folder without Prisma's note of the kind of database. */
public final class MissingMigrationLock implements Check<MigrationLock> {
    private static final Rule RULE = Rule.of(MissingMigrationLock.class, Severity.INFO)
            .summary("There is no migration_lock.toml beside the migrations")
            .why(
                    "It is what stops Prisma from running migrations that were written for another kind of database (P3019); prisma migrate diff does not read a folder without it. Prisma makes it with the first migration, and it belongs into git.")
            .instead("Commit the file that prisma migrate dev makes, or write it: provider = \"postgresql\".");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<MigrationLock> reads() {
        return Fact.MIGRATION_LOCK;
    }

    @Override
    public Stream<Finding> inspect(MigrationLock lock) {
        return lock.needed() && lock.file().isEmpty()
                ? lock.providers().stream()
                        .limit(1)
                        .map(provider -> RULE.at(
                                Location.InFile.whole(lock.path()),
                                "missing",
                                "the file is missing; make it with this line: provider = \"" + provider + "\""))
                : Stream.empty();
    }
}
