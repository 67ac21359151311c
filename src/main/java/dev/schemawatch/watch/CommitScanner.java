package dev.schemawatch.watch;

import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.GitTree;
import dev.schemawatch.git.GitTree.Kind;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Reads the repository as git holds it, without a look at the disk: the index that is to become a commit, or a commit. */
public final class CommitScanner {
    private final ScanSettings settings;
    private final Blobs blobs;

    /** @param blobs of the repository that holds the trees */
    public CommitScanner(ScanSettings settings, Blobs blobs) {
        this.settings = settings;
        this.blobs = blobs;
    }

    /**
     * Whether a change of what is at that path can matter, by its name alone: most commits are of other things, and then nothing
     * need be read. True for everything that a workspace could hold.
     */
    public boolean mayMatter(String path) {
        return SearchTree.isSignpost(path)
                || SearchTree.isEnvironmentFile(path)
                || SearchTree.isBelowMigrations(path)
                || path.endsWith(".sql")
                || settings.alsoRead().contains(path)
                || settings.schema()
                        .filter(schema -> Disk.isWithin(path, schema))
                        .isPresent()
                || settings.migrations()
                        .filter(folder -> Disk.isWithin(path, folder))
                        .isPresent();
    }

    /**
     * The workspace that a tree makes.
     *
     * @param tree with paths relative to the root of the settings
     * @param parent what the tree is made on top of; empty for the first commit, and where that does not matter
     */
    public Scan scan(GitTree tree, Optional<GitTree> parent) {
        PathFilter filter = new PathFilter(settings.ignore());
        GitFiles files = new GitFiles(tree, blobs, filter);
        ProjectScan projects = new ProjectScan(settings, filter, files);
        ProjectScan.Found found = projects.search(files::read);
        Optional<SortedMap<String, SourceFile>> baseline = parent.map(before -> baseline(before, found));
        return new Scan(
                new Workspace(found.projects(), found.rootSchema(), found.files(), found.directories(), baseline),
                Optional.empty(),
                projects.watchedFolders(found),
                settings.alsoRead());
    }

    /** What of a workspace a baseline holds: the schemas and the migrations. */
    public static SortedSet<String> places(Workspace workspace) {
        return ProjectScan.places(workspace.projects());
    }

    private SortedMap<String, SourceFile> baseline(GitTree before, ProjectScan.Found found) {
        SortedSet<String> places = ProjectScan.places(found.projects());
        if (before.entries().values().stream().noneMatch(entry -> entry.kind() == Kind.LINK)) {
            return before.only(path -> places.stream().anyMatch(place -> Disk.isWithin(path, place)))
                    .files(blobs);
        }
        GitFiles files = new GitFiles(before, blobs, new PathFilter(settings.ignore()));
        SortedMap<String, SourceFile> baseline = new TreeMap<>();
        places.forEach(place -> baseline.putAll(files.below(place, files::read).files()));
        return baseline;
    }
}
