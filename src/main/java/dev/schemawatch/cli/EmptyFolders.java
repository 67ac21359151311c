package dev.schemawatch.cli;

import dev.schemawatch.workspace.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Folders of migrations with nothing in them. Git cannot hold one, so that what is staged does not show it.
 *
 * @param paths from the top of the working tree, with a {@code /} at the end
 * @param besideStagedSchema whether one of them is of a project whose schema is staged: its migration is missing then
 */
record EmptyFolders(List<String> paths, boolean besideStagedSchema) {
    EmptyFolders {
        paths = List.copyOf(paths);
    }

    /** Those of the projects on disk. */
    static EmptyFolders of(List<Project> projects, StagedRepository repository, Path root) {
        List<String> paths = new ArrayList<>();
        boolean grave = false;
        for (Project project : projects) {
            List<String> found = repository.emptyFolders(root, project.migrations());
            paths.addAll(found);
            grave |= !found.isEmpty() && repository.changes(root, project.schema());
        }
        return new EmptyFolders(paths, grave);
    }
}
