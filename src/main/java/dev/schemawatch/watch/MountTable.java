package dev.schemawatch.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file systems that are mounted, as Linux lists them in {@code /proc/self/mountinfo} (proc_pid_mountinfo(5)).
 *
 * @param mounts in the order in which they were mounted: the last one at a place is the one that is seen
 */
record MountTable(List<Mount> mounts) {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /** The place of a mount point in a line; the type follows the first field that is a dash. */
    private static final int POINT = 4;

    MountTable {
        mounts = List.copyOf(mounts);
    }

    /** Reads the file's text; what is no line of it is passed over. */
    static MountTable read(String text) {
        return new MountTable(text.lines()
                .flatMap(line -> mount(List.of(line.split(" ", -1))).stream())
                .toList());
    }

    private static Optional<Mount> mount(List<String> fields) {
        int dash = fields.indexOf("-");
        return dash > POINT && dash + 1 < fields.size()
                ? Optional.of(new Mount(Path.of(unescaped(fields.get(POINT))), fields.get(dash + 1)))
                : Optional.empty();
    }

    /** Blanks and the like are written as a backslash and three octal digits. */
    private static String unescaped(String field) {
        return ESCAPED.matcher(field)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
    }

    /** The type of the file system that holds that path, which must be a real one. */
    Optional<String> typeAt(Path path) {
        return mounts.reversed().stream()
                .filter(mount -> path.startsWith(mount.point))
                .reduce((deepest, other) -> other.point.getNameCount() > deepest.point.getNameCount() ? other : deepest)
                .map(Mount::type);
    }

    /** @param point where it is mounted */
    record Mount(Path point, String type) {}
}
