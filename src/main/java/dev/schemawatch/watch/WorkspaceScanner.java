package dev.schemawatch.watch;

import static dev.schemawatch.watch.Disk.isWithin;
import static dev.schemawatch.watch.Disk.parent;

import dev.schemawatch.git.GitRepository;
import dev.schemawatch.git.GitRepository.Branch;
import dev.schemawatch.workspace.ChangeSet;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the repository from disk; what of it a sparse checkout leaves out, from the index. A rescan after a complete {@link ChangeSet} reads only what it names, and comes to the same
 * workspace as a scan from nothing.
 */
public final class WorkspaceScanner {
    /** Stands in a {@link ChangeSet} for any change inside git's own folder. */
    public static final String GIT = ".git";

    private final ScanSettings settings;
    private final Disk disk;
    private final ProjectScan projects;
    private final GitRepository git;

    /** @throws java.io.UncheckedIOException when the root is no folder that can be opened */
    public WorkspaceScanner(ScanSettings settings) {
        this.settings = settings;
        PathFilter filter = new PathFilter(settings.ignore());
        this.disk = new Disk(settings.root(), filter);
        this.projects = new ProjectScan(settings, filter, disk);
        this.git = new GitRepository(settings.root());
    }

    /** Reads everything. */
    public Scan scan() {
        return complete(projects.search(disk::read), Optional.empty(), true);
    }

    /** Reads what changed since the previous scan, and takes the rest from it. */
    public Scan rescan(Scan previous, ChangeSet changes) {
        if (!changes.complete()) {
            return complete(projects.search(disk::read), Optional.of(previous), true);
        }
        boolean headMayHaveMoved = changes.paths().contains(GIT);
        if (changes.paths().stream().anyMatch(path -> mayMoveSchemas(previous, path))) {
            return complete(
                    projects.search(path -> disk.target(path).isPresent()
                            ? disk.read(path) // its target may be among the changes, under another name
                            : unchanged(previous, changes, path).or(() -> disk.read(path))),
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
                Subtree found = disk.below(top, disk::read);
                files.putAll(found.files());
                directories.addAll(found.folders());
            } else if (files.containsKey(path) || projects.isBeside(workspace.projects(), path)) {
                disk.read(path).ifPresentOrElse(file -> files.put(path, file), () -> files.remove(path));
            }
        }
        return complete(
                new ProjectScan.Found(
                        projects.judge(workspace.projects(), files), workspace.rootSchema(), files, directories),
                Optional.of(previous),
                headMayHaveMoved);
    }

    /** Adds git's side, from the previous scan while HEAD and the places of the schemas are the same. */
    private Scan complete(ProjectScan.Found found, Optional<Scan> previous, boolean headMayHaveMoved) {
        SortedSet<String> places = ProjectScan.places(found.projects());
        Optional<String> head =
                previous.isPresent() && !headMayHaveMoved ? previous.get().head() : git.head();
        boolean sameBaseline = previous.isPresent()
                && previous.get().head().equals(head)
                && ProjectScan.places(previous.get().workspace().projects()).equals(places);
        Optional<SortedMap<String, SourceFile>> baseline = sameBaseline
                ? previous.get().workspace().baseline()
                : head.filter(_ -> !places.isEmpty()).flatMap(commit -> git.files(commit, places, found.files()));
        Optional<Mainline> mainline = sameBaseline && !headMayHaveMoved
                ? previous.get().workspace().mainline()
                : baseline.flatMap(known -> mainline(head.orElseThrow(), places, known, previous));
        ProjectScan.Found whole =
                baseline.map(known -> withLeftOut(found, places, known)).orElse(found);
        return new Scan(
                new Workspace(
                        whole.projects(), whole.rootSchema(), whole.files(), whole.directories(), baseline, mainline),
                head,
                projects.watchedFolders(found),
                settings.alsoRead());
    }

    /** Git is asked for what a sparse checkout leaves out only where a file of the last commit is not on the disk. */
    private ProjectScan.Found withLeftOut(
            ProjectScan.Found found, SortedSet<String> places, SortedMap<String, SourceFile> committed) {
        return found.files().keySet().containsAll(committed.keySet())
                ? found
                : projects.with(found, git.leftOut(places, committed));
    }

    /** Taken from the previous scan while neither HEAD nor the branch has moved. */
    private Optional<Mainline> mainline(
            String head, SortedSet<String> places, SortedMap<String, SourceFile> baseline, Optional<Scan> previous) {
        Optional<Branch> branch = git.mainBranch(settings.base());
        if (branch.isEmpty()) {
            return settings.base().isPresent()
                    ? Optional.empty()
                    : Optional.of(Mainline.at(Mainline.LAST_COMMIT, head, baseline));
        }
        return previous.filter(scan -> scan.head().equals(Optional.of(head))
                        && ProjectScan.places(scan.workspace().projects()).equals(places))
                .flatMap(scan -> scan.workspace().mainline())
                .filter(known -> known.name().equals(branch.get().name())
                        && known.tip().equals(branch.get().tip()))
                .or(() -> git.mainline(branch.get(), head, places, baseline))
                .or(() -> Optional.of(Mainline.at(Mainline.LAST_COMMIT, head, baseline)));
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
        // The event of a new folder above it may still be to come.
        boolean appeared = disk.isFolder(path) || !previous.folders().contains(parent(path));
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

    private static ProjectDiscovery.Role roleOf(SourceFile file) {
        return ProjectDiscovery.Role.of(ProjectScan.textOf(file));
    }
}
