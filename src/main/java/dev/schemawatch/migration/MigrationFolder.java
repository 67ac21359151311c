package dev.schemawatch.migration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A project's migrations folder. Prisma takes every folder in it for a migration (Prisma 6.19: one without
 * {@code migration.sql} stops {@code migrate deploy} with P3015); {@code .sql} files beside the folders are people's own.
 *
 * @param path relative to the root
 * @param exists whether there is such a folder
 * @param migrations in the order in which they are taken for one history
 * @param unreadable names of migrations whose script could not be read as text
 * @param withoutScript the folders that hold no script at all
 */
public record MigrationFolder(
        String path,
        boolean exists,
        List<Migration> migrations,
        List<String> unreadable,
        List<FolderWithoutScript> withoutScript) {

    public MigrationFolder {
        Objects.requireNonNull(path);
        migrations = List.copyOf(migrations);
        unreadable = List.copyOf(unreadable);
        withoutScript = List.copyOf(withoutScript);
    }

    /**
     * A folder in which Prisma expects a migration and finds none.
     *
     * @param path relative to the root
     * @param files names of what lies there instead; empty for an empty folder
     */
    public record FolderWithoutScript(String path, List<String> files) {
        public FolderWithoutScript {
            files = List.copyOf(files);
        }

        /** The folder's own name. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** The migration that a script of a migrations folder is; empty when the file is none, or is no text. */
    public static Optional<Migration> migration(String folder, SourceFile file) {
        return name(folder, file.path()).flatMap(name -> switch (file.content()) {
            case SourceFile.Content.Text(String script, var checksum) ->
                Optional.of(new Migration(
                        name,
                        isInFolder(folder, file.path()) ? Migration.Author.PRISMA : Migration.Author.HAND,
                        new Script(file.path(), script, checksum)));
            case SourceFile.Content.Unreadable _ -> Optional.empty();
        });
    }

    /**
     * The migrations folder at that path.
     *
     * @param order of migrations and scripts
     * @param files everything below it
     * @param directories the folders below it, and itself if it exists; others are ignored
     * @param reader {@link #migration} for this folder, or one that remembers what it came to
     */
    public static MigrationFolder read(
            ScriptOrder order,
            String path,
            List<SourceFile> files,
            Iterable<String> directories,
            Function<SourceFile, Optional<Migration>> reader) {
        boolean exists = !files.isEmpty();
        Map<String, List<String>> namesByFolder = files.stream()
                .map(SourceFile::path)
                .filter(file -> file.indexOf('/', path.length() + 1) > 0)
                .collect(groupingBy(file -> child(path, file), mapping(file -> rest(path, file), toList())));
        List<FolderWithoutScript> withoutScript = new ArrayList<>();
        for (String directory : directories) {
            exists |= directory.equals(path);
            if (isChild(path, directory)) {
                List<String> names = namesByFolder.getOrDefault(directory, List.of());
                if (names.stream().noneMatch(MigrationFolder::isScript)) {
                    withoutScript.add(new FolderWithoutScript(directory, names));
                }
            }
        }
        List<Migration> migrations = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (SourceFile file : files) {
            name(path, file.path())
                    .ifPresent(name -> reader.apply(file).ifPresentOrElse(migrations::add, () -> unreadable.add(name)));
        }
        migrations.sort(HistoryOrder.of(order));
        return new MigrationFolder(path, exists, migrations, unreadable, withoutScript);
    }

    /**
     * The migration's name by its path: {@code <folder>/<name>/migration.sql} or {@code <folder>/<name>.sql}; empty for every
     * other file.
     */
    public static Optional<String> name(String folder, String path) {
        if (!path.startsWith(folder + "/")) {
            return Optional.empty();
        }
        String[] parts = path.substring(folder.length() + 1).split("/", -1);
        if (parts.length == 2 && parts[1].equals("migration.sql")) {
            return Optional.of(parts[0]);
        }
        if (parts.length == 1 && parts[0].endsWith(".sql")) {
            return Optional.of(parts[0].substring(0, parts[0].length() - ".sql".length()));
        }
        return Optional.empty();
    }

    private static boolean isInFolder(String folder, String path) {
        return path.indexOf('/', folder.length() + 1) > 0;
    }

    private static boolean isChild(String folder, String directory) {
        return directory.startsWith(folder + "/") && directory.indexOf('/', folder.length() + 1) < 0;
    }

    /** The folder directly below the migrations folder that a file is in. */
    private static String child(String folder, String file) {
        return file.substring(0, file.indexOf('/', folder.length() + 1));
    }

    /** The file's path inside that folder. */
    private static String rest(String folder, String file) {
        return file.substring(file.indexOf('/', folder.length() + 1) + 1);
    }

    /** A script in another language is a data migration of somebody else's runner, beside Prisma's folders on purpose. */
    private static boolean isScript(String name) {
        return name.equals("migration.sql") || name.matches("migration\\.[cm]?[jt]s");
    }
}
