package dev.schemawatch.check;

import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * The schema files of a project, unparsed.
 *
 * @param files in order of their paths; empty when there are none
 */
public record SchemaFiles(Project project, List<SourceFile> files) {
    public SchemaFiles {
        Objects.requireNonNull(project);
        files = List.copyOf(files);
    }
}
