package dev.schemawatch.dryrun;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.replay.ReplayRules;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The migrations of a project as a dry run takes them: Prisma's, then people's own scripts, which are applied by hand to the
 * tables that Prisma has made.
 *
 * @param folder as it was read
 * @param readable in the order in which they are applied
 * @param unreadable the scripts that are no text
 */
record ProjectMigrations(MigrationFolder folder, List<Migration> readable, List<SourceFile> unreadable) {
    ProjectMigrations {
        readable = List.copyOf(readable);
        unreadable = List.copyOf(unreadable);
    }

    static ProjectMigrations of(Workspace workspace, Project project) {
        String path = project.migrations();
        List<SourceFile> files = workspace.below(path).toList();
        MigrationFolder folder = MigrationFolder.read(
                path, files, workspace.directories(), file -> MigrationFolder.migration(path, file));
        Map<Boolean, List<Migration>> byPrisma = folder.migrations().stream()
                .collect(partitioningBy(migration -> migration.author() == Author.PRISMA, toList()));
        return new ProjectMigrations(
                folder,
                Stream.concat(
                                byPrisma.getOrDefault(true, List.of()).stream(),
                                byPrisma.getOrDefault(false, List.of()).stream())
                        .toList(),
                files.stream()
                        .filter(file -> file.content() instanceof Content.Unreadable)
                        .filter(file -> folder.unreadable().stream()
                                .anyMatch(name -> file.path().equals(path + "/" + name + "/migration.sql")
                                        || file.path().equals(path + "/" + name + ".sql")))
                        .toList());
    }

    /** What keeps the dry run from saying anything of the schema. */
    Stream<Finding> unreadableFindings() {
        return unreadable.stream()
                .flatMap(file -> file.content() instanceof Content.Unreadable(String reason, String remedy)
                        ? Stream.of(ReplayRules.UNREADABLE.at(
                                Location.InFile.whole(file.path()),
                                file.path(),
                                "it " + reason + ", so it is not applied and nothing is compared: " + remedy))
                        : Stream.empty());
    }
}
