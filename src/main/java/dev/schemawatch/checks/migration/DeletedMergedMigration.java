package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.MigrationFolder.FolderWithoutScript;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a migration that the branch of everybody has and that is gone here. A history that was squashed into one is meant to be. */
public final class DeletedMergedMigration implements MergedCheck {
    private static final Rule RULE = Rule.of(DeletedMergedMigration.class, Severity.ERROR)
            .summary("A migration was deleted or renamed after it was merged")
            .why(
                    "Databases that have run it hold what nobody can repeat: a new database lacks it, and prisma migrate dev finds a history that the repository does not know. Under another name it is a new migration, which runs a second time.")
            .instead("Restore it under its name, and undo what it did in a new migration.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MergedMigrations migrations) {
        if (!migrations.now().exists() || migrations.isSquashed()) {
            return Stream.empty();
        }
        Set<String> reported = migrations.now().withoutScript().stream()
                .map(FolderWithoutScript::path)
                .collect(Collectors.toSet());
        return migrations
                .deleted()
                .filter(file ->
                        !reported.contains(file.path().substring(0, file.path().lastIndexOf('/'))))
                .map(file -> RULE.at(
                        Location.InFile.whole(file.path()),
                        migrations.name(file),
                        migrations.branch() + " has this migration, and here it "
                                + migrations
                                        .renamed(file)
                                        .map(migration -> "is called " + migration.name()
                                                + ", which databases that have run it will run again;"
                                                + " give it its name back")
                                        .orElseGet(() -> "is gone; restore it (" + migrations.restore(file.path())
                                                + ") and undo what it did in a new migration")));
    }
}
