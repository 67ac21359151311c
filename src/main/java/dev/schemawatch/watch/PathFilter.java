package dev.schemawatch.watch;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;

/**
 * Which paths, relative to the root and with {@code /} between names, are of no interest. Folders full of other people's or generated files are never entered, so that neither a
 * search nor a watch costs in proportion to {@code node_modules}.
 */
final class PathFilter {
    private static final Set<String> NEVER_ENTERED = Set.of(
            "node_modules",
            "bower_components",
            "dist",
            "build",
            "target",
            "out",
            "coverage",
            "vendor",
            "venv",
            "__pycache__");

    private final List<PathMatcher> ignored;

    /** @param globs as in {@link ScanSettings#ignore()} */
    PathFilter(List<String> globs) {
        ignored = globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    /** Whether a search for schemas enters this folder. Hidden folders are tools' own, except {@code .config}. */
    boolean enters(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        boolean hidden = name.startsWith(".") && !name.equals(".config");
        return !hidden && !NEVER_ENTERED.contains(name) && !ignores(folder);
    }

    /** Whether configuration excludes this path, or a folder that holds it. */
    boolean ignores(String relative) {
        if (ignored.isEmpty()) {
            return false;
        }
        try {
            for (Path path = Path.of(relative); path != null; path = path.getParent()) {
                Path candidate = path;
                if (ignored.stream().anyMatch(matcher -> matcher.matches(candidate))) {
                    return true;
                }
            }
            return false;
        } catch (InvalidPathException _) {
            return false; // a name that git keeps and this system cannot have: no pattern was meant for it
        }
    }

    /** Whether the name is one that editors give to files of their own while they save: such a file never is an input. */
    static boolean isEditorFile(String name) {
        return name.endsWith("~")
                || name.endsWith(".swp")
                || name.endsWith(".swx")
                || name.endsWith(".tmp")
                || name.startsWith(".#")
                || name.startsWith(".~")
                || name.equals("4913")
                || name.contains("___jb_");
    }
}
