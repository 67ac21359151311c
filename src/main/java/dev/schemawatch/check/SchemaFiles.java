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
            case SourceFile.Content.Text(String text, var _) -> isBlank(text);
            case SourceFile.Content.Unreadable _ -> false;
        };
    }

    private static boolean isBlank(String text) {
        int position = 0;
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.startsWith("//", position)) {
                position = behind(text, "\n", position);
            } else if (text.startsWith("/*", position)) {
                position = behind(text, "*/", position + 2);
            } else {
                return false;
            }
        }
        return true;
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
