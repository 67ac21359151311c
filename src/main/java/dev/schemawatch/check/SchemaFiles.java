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

    /** Whether there are files, and not one of them holds anything but white space and comments. */
    public boolean isBlank() {
        return !files.isEmpty() && files.stream().allMatch(SchemaFiles::isBlank);
    }

    private static boolean isBlank(SourceFile file) {
        return switch (file.content()) {
            case SourceFile.Content.Text(String text, var _) ->
                text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("//"));
            case SourceFile.Content.Unreadable _ -> false;
        };
    }
}
