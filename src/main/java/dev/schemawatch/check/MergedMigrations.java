package dev.schemawatch.check;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.SourceFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The migrations of a project, and those that everybody has already.
 *
 * @param branch that work is merged into, as people call it
 * @param merged the scripts that it had where this branch left it, by path
 * @param paths of the scripts that it has now
 */
public record MergedMigrations(
        MigrationFolder now, String branch, SortedMap<String, SourceFile> merged, SortedSet<String> paths) {
    public MergedMigrations {
        Objects.requireNonNull(now);
        Objects.requireNonNull(branch);
        merged = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SourceFile>) merged));
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** What the main branch holds of a migrations folder. */
    public static MergedMigrations of(MigrationFolder now, Mainline mainline) {
        String folder = now.path();
        SortedMap<String, SourceFile> merged = new TreeMap<>(mainline.merged().subMap(folder + "/", folder + "0"));
        merged.keySet().removeIf(path -> MigrationFolder.name(folder, path).isEmpty());
        SortedSet<String> paths = new TreeSet<>(mainline.paths().subSet(folder + "/", folder + "0"));
        paths.removeIf(path -> MigrationFolder.name(folder, path).isEmpty());
        return new MergedMigrations(now, mainline.name(), merged, paths);
    }

    /** The migrations that the branch does not have: their names can still be changed. */
    public Stream<Migration> added() {
        return now.migrations().stream()
                .filter(migration -> !merged.containsKey(migration.path()) && !paths.contains(migration.path()));
    }

    /** The scripts that the branch had and that are here no more, by path. */
    public Stream<SourceFile> deleted() {
        Set<String> here = new HashSet<>();
        now.migrations().forEach(migration -> here.add(migration.path()));
        return merged.values().stream()
                .filter(file -> !here.contains(file.path()))
                .filter(file -> !now.unreadable().contains(name(file)));
    }

    /** The migration that is the same script, byte by byte, under another name. */
    public Optional<Migration> renamed(SourceFile deleted) {
        return added().filter(migration -> deleted.content() instanceof SourceFile.Content.Text(var _, var fingerprint)
                        && fingerprint.equals(migration.checksum()))
                .findFirst();
    }

    /**
     * Whether one migration was put in the place of all that there were, as Prisma's manual says to do with a long history. Where
     * one of them only has another name, they were moved.
     */
    public boolean isSquashed() {
        return !merged.isEmpty()
                && deleted().count() == merged.size()
                && added().findAny().isPresent()
                && deleted().allMatch(file -> renamed(file).isEmpty());
    }

    /** The name of the migration that a script is. */
    public String name(SourceFile file) {
        return MigrationFolder.name(now.path(), file.path()).orElseThrow();
    }

    /** The command that brings a script back as a commit has it. */
    public static String restore(String path, String commit) {
        return "git checkout " + commit + " -- " + (path.matches("[\\w./@+-]+") ? path : "'" + path + "'");
    }

    /** The command that brings a script back as the branch has it. */
    public String restore(String path) {
        String commit = branch.equals(Mainline.LAST_COMMIT) ? "HEAD" : branch;
        return restore(path, commit);
    }
}
