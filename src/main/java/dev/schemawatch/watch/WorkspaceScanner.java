package dev.schemawatch.watch;

import static dev.schemawatch.watch.Disk.child;
import static dev.schemawatch.watch.Disk.isWithin;
import static dev.schemawatch.watch.Disk.parent;

import dev.schemawatch.git.GitRepository;
import dev.schemawatch.workspace.ChangeSet;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
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

/**
 * Reads the repository from disk. A rescan after a complete {@link ChangeSet} reads only what it names, and comes to the same
 * workspace as a scan from nothing.
 */
public final class WorkspaceScanner {
    /** Stands in a {@link ChangeSet} for any change inside git's own folder. */
    public static final String GIT = ".git";

    private static final Pattern CONTRACT = Pattern.compile("app/[^/]+/contract\\.prisma");
    private static final int CONTRACT_MAJOR = 8;

    private final ScanSettings settings;
    private final PathFilter filter;
    private final Disk disk;
    private final GitRepository git;

    /** @throws java.io.UncheckedIOException when the root is no folder that can be opened */
    public WorkspaceScanner(ScanSettings settings) {
        this.settings = settings;
        this.filter = new PathFilter(settings.ignore());
        this.disk = new Disk(settings.root(), filter);
        this.git = new GitRepository(settings.root());
    }

    /** Reads everything. */
    public Scan scan() {
        return discover(disk::read, Optional.empty(), true);
    }

    /** Reads what changed since the previous scan, and takes the rest from it. */
    public Scan rescan(Scan previous, ChangeSet changes) {
        if (!changes.complete()) {
            return discover(disk::read, Optional.of(previous), true);
        }
        boolean headMayHaveMoved = changes.paths().contains(GIT);
        if (changes.paths().stream().anyMatch(path -> mayMoveSchemas(previous, path))) {
            return discover(
                    path -> unchanged(previous, changes, path).or(() -> disk.read(path)),
                    Optional.of(previous),
                    headMayHaveMoved);
        }
        return update(previous, changes, headMayHaveMoved);
    }

    /** The same projects with some files read anew. */
    private Scan update(Scan previous, ChangeSet changes, boolean headMayHaveMoved) {
        Workspace workspace = previous.workspace();
        SortedMap<String, SourceFile> files = new TreeMap<>(workspace.files());
        SortedSet<String> directories = new TreeSet<>(workspace.directories());
        for (String path : changes.paths()) {
            if (isMigration(workspace, path)) {
                String top = topmostNew(workspace, directories, path);
                files.keySet().removeIf(file -> isWithin(file, top));
                directories.removeIf(folder -> isWithin(folder, top));
                Disk.Subtree found = disk.below(top, disk::read);
                files.putAll(found.files());
                directories.addAll(found.folders());
            } else if (files.containsKey(path) || isEnvironmentFile(workspace.projects(), path)) {
                disk.read(path).ifPresentOrElse(file -> files.put(path, file), () -> files.remove(path));
            }
        }
        return complete(
                workspace.projects(),
                workspace.rootSchema(),
                files,
                directories,
                Optional.of(previous),
                headMayHaveMoved);
    }

    /** Projects searched from nothing; {@code read} decides what is taken from disk. */
    private Scan discover(
            Function<String, Optional<SourceFile>> read, Optional<Scan> previous, boolean headMayHaveMoved) {
        SearchTree tree =
                settings.schema().map(this::treeOfNamed).orElseGet(() -> SearchTree.walk(settings.root(), filter));
        Map<String, Optional<SourceFile>> seen = new HashMap<>();
        Function<String, Optional<SourceFile>> readOnce = path -> seen.computeIfAbsent(path, read);
        ProjectDiscovery discovery = new ProjectDiscovery(
                tree, path -> readOnce.apply(path).map(WorkspaceScanner::textOf).orElse(""), disk::isFolder);
        List<Project> projects = settings.schema()
                .map(schema -> List.of(discovery.named(schema, settings.migrations())))
                .orElseGet(discovery::discover);

        SortedMap<String, SourceFile> files = new TreeMap<>();
        SortedSet<String> directories = new TreeSet<>();
        for (Project project : projects) {
            project.schemaFiles().forEach(path -> readOnce.apply(path).ifPresent(file -> files.put(path, file)));
            Disk.Subtree migrations = disk.below(project.migrations(), read);
            files.putAll(migrations.files());
            directories.addAll(migrations.folders());
        }
        for (String folder : homes(projects)) {
            disk.names(folder).stream()
                    .map(name -> child(folder, name))
                    .filter(path -> isEnvironmentFile(projects, path) && !disk.isFolder(path))
                    .forEach(path -> readOnce.apply(path).ifPresent(file -> files.put(path, file)));
        }
        tree.files().stream()
                .filter(SearchTree::isConfigFile)
                .forEach(path -> readOnce.apply(path).ifPresent(file -> files.put(path, file)));
        return complete(projects, discovery.ofRoot(), files, directories, previous, headMayHaveMoved);
    }

    /** A schema that is named is taken wherever it is, also from a folder that no search would enter. */
    private SearchTree treeOfNamed(String schema) {
        SortedSet<String> files = new TreeSet<>();
        disk.below(schema, disk::read).files().keySet().stream()
                .filter(path -> path.equals(schema) || path.endsWith(".prisma"))
                .forEach(files::add);
        for (String folder : ancestors(schema)) {
            disk.names(folder).stream()
                    .map(name -> child(folder, name))
                    .filter(path -> path.endsWith("package.json") || SearchTree.isConfigFile(path))
                    .forEach(files::add);
        }
        return new SearchTree(files, new TreeSet<>());
    }

    /** Adds git's side, from the previous scan while HEAD and the places of the schemas are the same. */
    private Scan complete(
            List<Project> projects,
            Optional<String> rootSchema,
            SortedMap<String, SourceFile> files,
            SortedSet<String> directories,
            Optional<Scan> previous,
            boolean headMayHaveMoved) {
        List<Project> judged =
                projects.stream().map(project -> judgeMajor(project, files)).toList();
        SortedSet<String> places = places(judged);
        Optional<String> head =
                previous.isPresent() && !headMayHaveMoved ? previous.get().head() : git.head();
        boolean sameBaseline = previous.isPresent()
                && previous.get().head().equals(head)
                && places(previous.get().workspace().projects()).equals(places);
        Optional<SortedMap<String, SourceFile>> baseline = sameBaseline
                ? previous.get().workspace().baseline()
                : head.filter(_ -> !places.isEmpty()).flatMap(commit -> git.files(commit, places));
        return new Scan(
                new Workspace(judged, rootSchema, files, directories, baseline),
                head,
                watchedFolders(judged, files, directories));
    }

    /** Prisma 8 keeps a contract in each migration: such a history must not be read by the rules of Prisma 7. What the user says beats both. */
    private Project judgeMajor(Project project, SortedMap<String, SourceFile> files) {
        boolean contracts = files.keySet().stream()
                .filter(file -> isWithin(file, project.migrations()) && !file.equals(project.migrations()))
                .map(file -> file.substring(project.migrations().length() + 1))
                .anyMatch(file -> CONTRACT.matcher(file).matches());
        int judged = contracts ? CONTRACT_MAJOR : project.prismaMajor();
        int major = settings.prismaMajor().orElse(judged);
        return new Project(project.schema(), project.schemaFiles(), project.migrations(), major);
    }

    private boolean mayMoveSchemas(Scan previous, String path) {
        Workspace workspace = previous.workspace();
        if (path.equals(GIT)) {
            return false;
        }
        if (isMigration(workspace, path)) {
            return path.endsWith("/migration_lock.toml")
                    || workspace.projects().stream()
                            .map(Project::migrations)
                            .filter(migrations -> isWithin(path, migrations))
                            .anyMatch(migrations -> path.equals(migrations)
                                    || workspace.directories().contains(migrations) != disk.isFolder(migrations));
        }
        Optional<SourceFile> known = workspace.file(path);
        if (known.isPresent() && path.endsWith(".prisma")) {
            return !disk.read(path)
                    .map(now -> roleOf(now).equals(roleOf(known.get())))
                    .orElse(false);
        }
        if (SearchTree.isSignpost(path)) {
            return true;
        }
        boolean appeared = disk.isFolder(path);
        boolean vanished = !disk.exists(path) && previous.folders().stream().anyMatch(folder -> isWithin(folder, path));
        return appeared || vanished;
    }

    /** The previous file, when no change touched it or a folder above it. */
    private static Optional<SourceFile> unchanged(Scan previous, ChangeSet changes, String path) {
        boolean touched = changes.paths().stream().anyMatch(changed -> isWithin(path, changed));
        return touched ? Optional.empty() : previous.workspace().file(path);
    }

    /** The highest folder above {@code path} that was not there before: its own event may still be to come. */
    private static String topmostNew(Workspace workspace, SortedSet<String> directories, String path) {
        String top = path;
        while (!directories.contains(parent(top)) && isMigration(workspace, parent(top))) {
            top = parent(top);
        }
        return top;
    }

    private static boolean isMigration(Workspace workspace, String path) {
        return workspace.projects().stream().anyMatch(project -> isWithin(path, project.migrations()));
    }

    private boolean isEnvironmentFile(List<Project> projects, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return (name.equals(".env") || name.startsWith(".env."))
                && !PathFilter.isEditorFile(name)
                && !filter.ignores(Path.of(path))
                && homes(projects).contains(parent(path));
    }

    /** The root, and every folder from there to a schema: where Prisma and people keep environment files. */
    private static SortedSet<String> homes(List<Project> projects) {
        SortedSet<String> homes = new TreeSet<>(List.of(""));
        projects.forEach(project -> homes.addAll(ancestors(project.schema())));
        return homes;
    }

    private static SortedSet<String> watchedFolders(
            List<Project> projects, SortedMap<String, SourceFile> files, SortedSet<String> directories) {
        SortedSet<String> folders = homes(projects);
        folders.addAll(directories);
        projects.forEach(project -> folders.addAll(ancestors(project.migrations())));
        files.keySet().forEach(file -> folders.addAll(ancestors(file)));
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
    private static SortedSet<String> places(List<Project> projects) {
        SortedSet<String> places = new TreeSet<>();
        projects.forEach(project -> places.addAll(List.of(project.schema(), project.migrations())));
        return places;
    }

    private static ProjectDiscovery.Role roleOf(SourceFile file) {
        return ProjectDiscovery.Role.of(textOf(file));
    }

    private static String textOf(SourceFile file) {
        return switch (file.content()) {
            case Content.Text text -> text.text();
            case Content.Unreadable _ -> "";
        };
    }
}
