package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MigrationLock;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Span;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a folder whose migrations Prisma notes to be for another kind of database than the schema is. */
public final class WrongMigrationLock implements Check<MigrationLock> {
    private static final Rule RULE = Rule.of(WrongMigrationLock.class, Severity.ERROR)
            .summary("migration_lock.toml names another kind of database than the schema")
            .why("Prisma stops at it (P3019): the SQL of one kind of database does not run on another.")
            .instead(
                    "Where the provider was changed by mistake, change it back. Where the database really changes, begin a new history: move the migrations away, and make the first one anew.");

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
        return lock.file().stream().flatMap(file -> finding(lock, file).stream());
    }

    private static Optional<Finding> finding(MigrationLock lock, SourceFile file) {
        if (lock.providers().isEmpty() || !(file.content() instanceof Content.Text text)) {
            return Optional.empty();
        }
        if (text.text().lines().anyMatch(line -> line.startsWith("<<<<<<<"))) {
            return Optional.of(
                    RULE.at(
                            Location.InFile.whole(lock.path()),
                            "conflict",
                            "a merge conflict of git stands in the file that nobody has resolved: Prisma cannot read it; keep one of the two sides"));
        }
        String wanted = String.join(" or ", lock.providers());
        Optional<Span> provider = MigrationLock.provider(text.text());
        if (provider.isEmpty()) {
            return Optional.of(RULE.at(
                    Location.InFile.whole(lock.path()),
                    "provider",
                    "the file names no provider, and the schema says " + wanted + "; write provider = \""
                            + lock.providers().getFirst() + "\" into it"));
        }
        String named =
                text.text().substring(provider.get().from(), provider.get().to());
        return lock.providers().stream().anyMatch(other -> MigrationLock.isSame(named, other))
                ? Optional.empty()
                : Optional.of(RULE.at(
                        Location.InFile.of(lock.path(), text.text(), provider.get()),
                        "provider",
                        "these migrations are for " + named + " and the schema is for " + wanted
                                + ", at which Prisma stops (P3019); change the provider back, or begin a new history"));
    }
}
