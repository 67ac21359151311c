package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationFolder.FolderWithoutScript;
import java.util.List;
import java.util.stream.Stream;

/** Flags a migration's folder that holds no migration. Git does not keep an empty folder, so colleagues never see it. */
public final class EmptyMigrationFolder implements Check<MigrationFolder> {
    private static final Rule RULE = Rule.of(EmptyMigrationFolder.class, Severity.ERROR)
            .summary("A migration's folder holds no migration.sql")
            .why(
                    "prisma migrate stops at such a folder (P3015). Where somebody took it for applied, the columns that it was"
                            + " made for are missing, and every test that reads them fails.")
            .instead("Delete the folder and make the migration again, or restore its migration.sql.");

    /** More names than these make no sentence. */
    private static final int MOST_NAMED = 5;

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
                : "the migration's folder holds no migration.sql, only " + named(empty.files());
    }

    private static String named(List<String> files) {
        return files.size() <= MOST_NAMED
                ? String.join(", ", files)
                : "%s and %d more"
                        .formatted(String.join(", ", files.subList(0, MOST_NAMED)), files.size() - MOST_NAMED);
    }
}
