package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationFolder.FolderWithoutScript;
import java.util.stream.Stream;

/** Flags a migration's folder that holds no migration. Git does not keep an empty folder, so colleagues never see it. */
public final class EmptyMigrationFolder implements Check<MigrationFolder> {
    private static final Rule RULE = Rule.of(EmptyMigrationFolder.class, Severity.ERROR)
            .summary("A migration's folder holds no migration.sql")
            .why(
                    "prisma migrate stops at such a folder (P3015). Where somebody took it for applied, the columns that it was"
                            + " made for are missing, and every test that reads them fails.")
            .instead("Delete the folder and make the migration again, or restore its migration.sql.");

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
        return folder.withoutScript().stream()
                .map(empty -> RULE.at(
                        Location.InFile.whole(empty.path()),
                        empty.name(),
                        what(empty) + "; delete the folder and run npx prisma migrate dev again, or restore its"
                                + " migration.sql"));
    }

    private static String what(FolderWithoutScript empty) {
        return empty.files().isEmpty()
                ? "the migration's folder is empty"
                : "the migration's folder holds no migration.sql, only " + String.join(", ", empty.files());
    }
}
