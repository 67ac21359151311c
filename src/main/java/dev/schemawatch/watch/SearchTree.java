package dev.schemawatch.watch;

import dev.schemawatch.prisma.PrismaConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through the repository found of the files that say where schemas are. Bounded in depth and in the number of
 * folders; links are not followed.
 *
 * @param files schema files, Prisma's config files, {@code package.json}, environment files, by path relative to the root
 * @param migrations folders that look like migrations folders; they are not entered
 */
record SearchTree(SortedSet<String> files, SortedSet<String> migrations) {
    private static final int MAX_FOLDERS = 50_000;
    /** What tests read is no application's environment. */
    private static final Pattern FIXTURES =
            Pattern.compile("(?:^|/)(?:__tests__|__fixtures__|fixtures|testdata|src/test/resources)/");

    private static final Set<String> MIGRATIONS_NAMES = Set.of("migrations", "migration");

    SearchTree {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        migrations = Collections.unmodifiableSortedSet(new TreeSet<>(migrations));
    }

    /** Whether a change of this file can change where schemas are. */
    static boolean isSignpost(String path) {
        return path.endsWith(".prisma")
                || path.equals("package.json")
                || path.endsWith("/package.json")
                || path.endsWith("/migration_lock.toml")
                || PrismaConfigFile.isAt(path);
    }

    /** Whether a file of this name sets environment variables, or shows which there are. */
    static boolean isEnvironmentFile(String path) {
        String name = Disk.name(path);
        return name.equals(".env") || name.startsWith(".env.");
    }

    /** Whether a walk would find a file at that path, if it is one that is looked for. */
    static boolean reaches(String path, PathFilter filter) {
        return isWanted(path, filter)
                && Disk.depth(path) <= FileTree.MAX_DEPTH
                && folder(Disk.parent(path), filter, new HashMap<>(Map.of("", Folder.ENTERED))) == Folder.ENTERED;
    }

    /** Whether a folder above the path has the name of a migrations folder. */
    static boolean isBelowMigrations(String path) {
        return List.of(Disk.parent(path).split("/", -1)).stream().anyMatch(MIGRATIONS_NAMES::contains);
    }

    /** Walks {@code root}. Folders that cannot be read are passed over. */
    static SearchTree walk(Path root, PathFilter filter) {
        SortedSet<String> files = new TreeSet<>();
        SortedSet<String> migrations = new TreeSet<>();
        var visitor = new SimpleFileVisitor<Path>() {
            private int folders;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                if (++folders > MAX_FOLDERS) {
                    return FileVisitResult.TERMINATE;
                }
                String path = Disk.slashed(root.relativize(folder));
                if (isMigrations(path, filter)) {
                    migrations.add(path);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return filter.enters(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = Disk.slashed(root.relativize(file));
                if (isWanted(path, filter)) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                // A folder in the schema's place is no schema, and has to be said to be none.
                String path = Disk.slashed(root.relativize(folder));
                if (folder.endsWith("schema.prisma") && files.stream().noneMatch(file -> Disk.isWithin(file, path))) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(root, Set.of(), FileTree.MAX_DEPTH, visitor);
        } catch (IOException failure) {
            throw new UncheckedIOException("walking " + root, failure);
        }
        return new SearchTree(files, migrations);
    }

    /** What {@link #walk} finds where there are these files. */
    static SearchTree of(Collection<String> paths, PathFilter filter) {
        SortedSet<String> files = new TreeSet<>();
        Map<String, Folder> folders = new HashMap<>(Map.of("", Folder.ENTERED));
        for (String path : paths) {
            if (folder(Disk.parent(path), filter, folders) == Folder.ENTERED
                    && isWanted(path, filter)
                    && Disk.depth(path) <= FileTree.MAX_DEPTH) {
                files.add(path);
            }
        }
        SortedSet<String> migrations = new TreeSet<>();
        folders.forEach((path, folder) -> {
            if (folder == Folder.MIGRATIONS) {
                migrations.add(path);
            } else if (folder == Folder.ENTERED
                    && Disk.name(path).equals("schema.prisma")
                    && files.stream().noneMatch(file -> Disk.isWithin(file, path))) {
                files.add(path);
            }
        });
        return new SearchTree(files, migrations);
    }

    private static Folder folder(String path, PathFilter filter, Map<String, Folder> known) {
        Folder folder = known.get(path);
        if (folder == null) {
            boolean reached =
                    folder(Disk.parent(path), filter, known) == Folder.ENTERED && Disk.depth(path) < FileTree.MAX_DEPTH;
            folder = reached && isMigrations(path, filter)
                    ? Folder.MIGRATIONS
                    : reached && filter.enters(path) ? Folder.ENTERED : Folder.PASSED;
            known.put(path, folder);
        }
        return folder;
    }

    /** What a search does about a folder. */
    private enum Folder {
        ENTERED,
        MIGRATIONS,
        PASSED
    }

    private static boolean isMigrations(String folder, PathFilter filter) {
        return MIGRATIONS_NAMES.contains(Disk.name(folder)) && !filter.ignores(folder);
    }

    private static boolean isWanted(String path, PathFilter filter) {
        boolean environment = isEnvironmentFile(path) && !FIXTURES.matcher(path).find();
        return (isSignpost(path) || environment) && !PathFilter.isEditorFile(Disk.name(path)) && !filter.ignores(path);
    }
}
