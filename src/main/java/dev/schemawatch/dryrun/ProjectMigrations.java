package dev.schemawatch.dryrun;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.replay.ReplayRules;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/**
 * The migrations of a project as a dry run takes them, people's own scripts among them where the configuration says.
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
                project.order(), path, files, workspace.directories(), file -> MigrationFolder.migration(path, file));
        return new ProjectMigrations(
                folder,
                folder.migrations(),
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
