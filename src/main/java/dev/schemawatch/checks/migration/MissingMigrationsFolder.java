package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.MigrationFolder;
import java.util.stream.Stream;

/** Flags a project whose migrations folder is not there. */
public final class MissingMigrationsFolder implements Check<MigrationFolder> {
    private static final Rule RULE = Rule.of(MissingMigrationsFolder.class, Severity.ERROR)
            .summary("There is no migrations folder")
            .why("Without migrations nobody can bring another database, least of all production, to the state that the"
                    + " schema describes.")
            .instead(
                    "Make the first migration, or restore the folder. Switch the rule off where prisma db push is used on"
                            + " purpose.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<MigrationFolder> reads() {
        return Fact.MIGRATIONS;
    }

    @Override
    public Stream<Finding> inspect(MigrationFolder folder) {
        return folder.exists()
                ? Stream.empty()
                : Stream.of(RULE.at(
                        Location.InFile.whole(folder.path()),
                        "missing",
                        "there is no migrations folder here; restore it, or make the first migration: npx prisma migrate"
                                + " dev --name init"));
    }
}
