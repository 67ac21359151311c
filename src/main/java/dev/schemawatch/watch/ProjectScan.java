package dev.schemawatch.watch;

import static dev.schemawatch.watch.Disk.child;
import static dev.schemawatch.watch.Disk.isWithin;
import static dev.schemawatch.watch.Disk.parent;

import dev.schemawatch.prisma.PrismaConfigFile;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the projects of a tree, and everything that a workspace keeps of it. The same for a disk and for what git holds. */
final class ProjectScan {
    private static final Pattern CONTRACT = Pattern.compile("app/[^/]+/contract\\.prisma");
    private static final int CONTRACT_MAJOR = 8;

    private final ScanSettings settings;
    private final PathFilter filter;
    private final FileTree files;

    ProjectScan(ScanSettings settings, PathFilter filter, FileTree files) {
        this.settings = settings;
        this.filter = filter;
        this.files = files;
    }

    /** What a workspace is made of, but for git's side. */
    record Found(
            List<Project> projects,
            Optional<String> rootSchema,
            SortedMap<String, SourceFile> files,
            SortedSet<String> directories) {}

    /** What is found when everything is searched; {@code read} decides what is taken from the tree. */
    Found search(Function<String, Optional<SourceFile>> read) {
        SearchTree tree = settings.schema().map(this::treeOfNamed).orElseGet(files::search);
        Map<String, Optional<SourceFile>> seen = new HashMap<>();
        Function<String, Optional<SourceFile>> readOnce = path -> seen.computeIfAbsent(path, read);
        ProjectDiscovery discovery = new ProjectDiscovery(
                tree, path -> readOnce.apply(path).map(ProjectScan::textOf).orElse(""), files::isFolder, files::target);
        List<Project> projects = settings.schema()
                .map(schema -> List.of(discovery.named(schema, settings.migrations())))
                .orElseGet(discovery::discover);

        SortedMap<String, SourceFile> contents = new TreeMap<>();
        SortedSet<String> directories = new TreeSet<>();
        for (Project project : projects) {
            project.schemaFiles().forEach(path -> readOnce.apply(path).ifPresent(file -> contents.put(path, file)));
            Subtree migrations = files.below(project.migrations(), read);
            contents.putAll(migrations.files());
            directories.addAll(migrations.folders());
        }
        for (String folder : homes(projects)) {
            files.names(folder).stream()
                    .map(name -> child(folder, name))
                    .filter(path -> isEnvironmentFile(projects, path) && (isBase(path) || !files.isFolder(path)))
                    .forEach(path -> readOnce.apply(path).ifPresent(file -> contents.put(path, file)));
        }
        Stream.concat(
                        tree.files().stream()
                                .filter(path -> PrismaConfigFile.isAt(path) || SearchTree.isEnvironmentFile(path)),
                        settings.alsoRead().stream())
                .forEach(path -> readOnce.apply(path).ifPresent(file -> contents.put(path, file)));
        return new Found(judge(projects, contents), discovery.ofRoot(), contents, directories);
    }

    /** A schema that is named is taken wherever it is, also from a folder that no search would enter. */
    private SearchTree treeOfNamed(String schema) {
        SortedSet<String> found = new TreeSet<>();
        files.below(schema, files::read).files().keySet().stream()
                .filter(path -> path.equals(schema) || path.endsWith(".prisma"))
                .forEach(found::add);
        for (String folder : ancestors(schema)) {
            files.names(folder).stream()
                    .map(name -> child(folder, name))
                    .filter(path -> path.endsWith("package.json") || PrismaConfigFile.isAt(path))
                    .forEach(found::add);
        }
        return new SearchTree(found, new TreeSet<>());
    }

    /** The same with more files of the projects that were found; those that are ignored are left away. */
    Found with(Found found, SortedMap<String, SourceFile> more) {
        SortedMap<String, SourceFile> added = new TreeMap<>(more);
        added.keySet().removeIf(path -> found.files().containsKey(path) || filter.ignores(path));
        if (added.isEmpty()) {
            return found;
        }
        SortedMap<String, SourceFile> contents = new TreeMap<>(found.files());
        contents.putAll(added);
        SortedSet<String> directories = new TreeSet<>(found.directories());
        List<Project> projects = new ArrayList<>();
        for (Project project : found.projects()) {
            SortedSet<String> schemaFiles = new TreeSet<>(project.schemaFiles());
            for (String path : added.keySet()) {
                if (isWithin(path, project.migrations())) {
                    ancestors(path).stream()
                            .filter(folder -> isWithin(folder, project.migrations()))
                            .forEach(directories::add);
                } else if (isWithin(path, project.schema()) && path.endsWith(".prisma")) {
                    schemaFiles.add(path);
                }
            }
            projects.add(new Project(
                    project.schema(),
                    List.copyOf(schemaFiles),
                    project.migrations(),
                    project.prismaMajor(),
                    project.splits(),
                    project.order()));
        }
        return new Found(judge(projects, contents), found.rootSchema(), contents, directories);
    }

    /** The projects by the rules that their files show they need. */
    List<Project> judge(List<Project> projects, SortedMap<String, SourceFile> contents) {
        return projects.stream().map(project -> judgeMajor(project, contents)).toList();
    }

    /** Prisma 8 keeps a contract in each migration: such a history must not be read by the rules of Prisma 7. What the user says beats both. */
    private Project judgeMajor(Project project, SortedMap<String, SourceFile> files) {
        boolean contracts = files.keySet().stream()
                .filter(file -> isWithin(file, project.migrations()) && !file.equals(project.migrations()))
                .map(file -> file.substring(project.migrations().length() + 1))
                .anyMatch(file -> CONTRACT.matcher(file).matches());
        int judged = contracts ? CONTRACT_MAJOR : project.prismaMajor();
        int major = settings.prismaMajor().orElse(judged);
        return project.with(major, settings.order());
    }

    /** Whether the file is read though it is neither a schema nor a migration: an environment file, or one that is named. */
    boolean isBeside(List<Project> projects, String path) {
        return settings.alsoRead().contains(path)
                || isEnvironmentFile(projects, path)
                || settings.schema().isEmpty()
                        && SearchTree.isEnvironmentFile(path)
                        && SearchTree.reaches(path, filter);
    }

    /** Whether it is an environment file of a folder of the projects, be that one that no search would enter. */
    private boolean isEnvironmentFile(List<Project> projects, String path) {
        return SearchTree.isEnvironmentFile(path)
                && !PathFilter.isEditorFile(Disk.name(path))
                && !filter.ignores(path)
                && homes(projects).contains(parent(path));
    }

    /** Prisma stumbles over a folder of that name, while {@code .env.d} and its like are folders by right. */
    private static boolean isBase(String path) {
        return Disk.name(path).equals(".env");
    }

    /** The root, and every folder from there to a schema: where Prisma and people keep environment files. */
    private static SortedSet<String> homes(List<Project> projects) {
        SortedSet<String> homes = new TreeSet<>(List.of(""));
        projects.forEach(project -> homes.addAll(ancestors(project.schema())));
        return homes;
    }

    /** The folders where a change can matter. */
    SortedSet<String> watchedFolders(Found found) {
        SortedSet<String> folders = homes(found.projects());
        folders.addAll(found.directories());
        found.projects().forEach(project -> folders.addAll(ancestors(project.migrations())));
        found.files().keySet().forEach(file -> folders.addAll(ancestors(file)));
        found.projects().stream()
                .flatMap(project -> project.schemaFiles().stream())
                .flatMap(file -> files.target(file).stream())
                .forEach(file -> folders.addAll(ancestors(file)));
        settings.alsoRead().forEach(file -> folders.addAll(ancestors(file)));
        return folders;
    }

    /** Every folder above a path, with the root. */
    private static SortedSet<String> ancestors(String path) {
        SortedSet<String> folders = new TreeSet<>(List.of(""));
        for (String folder = parent(path); !folder.isEmpty(); folder = parent(folder)) {
            folders.add(folder);
        }
        return folders;
    }

    /** What of the repository is compared with HEAD. */
    static SortedSet<String> places(List<Project> projects) {
        SortedSet<String> places = new TreeSet<>();
        projects.forEach(project -> places.addAll(List.of(project.schema(), project.migrations())));
        return places;
    }

    /** The text of a file; empty for one that cannot be read. */
    static String textOf(SourceFile file) {
        return switch (file.content()) {
            case Content.Text text -> text.text();
            case Content.Unreadable _ -> "";
        };
    }
}
