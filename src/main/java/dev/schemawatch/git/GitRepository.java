package dev.schemawatch.git;

import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.SourceFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the history of the repository around a folder holds. Everything that goes wrong is an empty answer. */
public final class GitRepository {
    private static final List<String> STANDARD_BRANCHES = List.of(
            "refs/remotes/origin/HEAD",
            "refs/remotes/origin/main",
            "refs/remotes/origin/master",
            "refs/heads/main",
            "refs/heads/master");

    private final Git git;

    /** @param root the folder that paths are relative to */
    public GitRepository(Path root) {
        this.git = Git.of(root);
    }

    /** The id of the commit that HEAD names; empty without a repository, a working tree or a commit. */
    public Optional<String> head() {
        return git.text("rev-parse", "--is-inside-work-tree", "HEAD")
                .given()
                .filter(answer -> answer.startsWith("true\n"))
                .map(answer -> answer.substring("true\n".length()));
    }

    /**
     * The branch that work is merged into.
     *
     * @param configured its name; without it the one that the remote names as its own, else {@code main} or {@code master},
     *     there or here
     */
    public Optional<Branch> mainBranch(Optional<String> configured) {
        List<String> candidates = configured
                .map(name -> List.of("refs/remotes/" + name, "refs/remotes/origin/" + name, "refs/heads/" + name))
                .orElse(STANDARD_BRANCHES);
        List<String> command = new ArrayList<>(List.of("for-each-ref", "--format=%(refname) %(objectname) %(symref)"));
        command.addAll(candidates);
        List<String[]> there = git.text(command.toArray(String[]::new)).given().stream()
                .flatMap(String::lines)
                .map(line -> line.split(" ", -1))
                .toList();
        return candidates.stream()
                .flatMap(candidate -> there.stream().filter(ref -> ref[0].equals(candidate)))
                .findFirst()
                .map(ref -> new Branch(shortName(ref.length > 2 && !ref[2].isEmpty() ? ref[2] : ref[0]), ref[1]));
    }

    private static String shortName(String ref) {
        return ref.replaceFirst("^refs/(?:remotes|heads)/", "");
    }

    /**
     * A branch.
     *
     * @param name without {@code refs/}: {@code origin/main}
     * @param tip the id of its latest commit
     */
    public record Branch(String name, String tip) {}

    /**
     * What a branch had where HEAD left it, and which files it has now; empty where the two have no commit in common that is
     * here.
     *
     * @param head the id of the commit that HEAD names
     * @param paths files and folders that are looked at
     * @param baseline the files there in HEAD
     */
    public Optional<Mainline> mainline(
            Branch branch, String head, Collection<String> paths, SortedMap<String, SourceFile> baseline) {
        if (branch.tip().equals(head)) {
            return Optional.of(Mainline.at(branch.name(), head, baseline));
        }
        return git.text("merge-base", head, branch.tip())
                .given()
                .flatMap(base -> merged(base, head, paths, baseline)
                        .flatMap(merged -> paths(base, branch.tip(), paths, merged.keySet())
                                .map(now -> new Mainline(branch.name(), branch.tip(), merged, now))));
    }

    private Optional<SortedMap<String, SourceFile>> merged(
            String base, String head, Collection<String> paths, SortedMap<String, SourceFile> baseline) {
        return changes(base, head, paths).flatMap(changes -> {
            SortedMap<String, SourceFile> merged = new TreeMap<>(baseline);
            SortedMap<String, GitTree.Entry> before = new TreeMap<>();
            for (Change change : changes) {
                merged.remove(change.path());
                change.before().ifPresent(entry -> before.put(change.path(), entry));
            }
            return files(new GitTree(before), new TreeMap<>()).given().map(files -> {
                merged.putAll(files);
                return merged;
            });
        });
    }

    private Optional<SortedSet<String>> paths(
            String base, String tip, Collection<String> places, Collection<String> atBase) {
        SortedSet<String> paths = new TreeSet<>(atBase);
        if (base.equals(tip)) {
            return Optional.of(paths);
        }
        return changes(base, tip, places).map(changes -> {
            for (Change change : changes) {
                change.now().ifPresentOrElse(_ -> paths.add(change.path()), () -> paths.remove(change.path()));
            }
            return paths;
        });
    }

    /** What differs between two commits at and below these paths. */
    private Optional<List<Change>> changes(String from, String to, Collection<String> paths) {
        if (from.equals(to)) {
            return Optional.of(List.of());
        }
        List<String> command = new ArrayList<>(List.of(
                "--literal-pathspecs", "diff-tree", "-r", "-z", "--raw", "--no-renames", "--relative", from, to, "--"));
        paths.forEach(path -> command.add(path.isEmpty() ? "." : path));
        return git.read(command, in -> Change.list(in.readAllBytes())).given();
    }

    /** The folder where git keeps HEAD and its locks for this working tree. */
    public Optional<Path> gitFolder() {
        return git.text("rev-parse", "--absolute-git-dir").given().map(Path::of);
    }

    /**
     * The files at and below these paths in a commit; links and submodules are passed over, and what a partial clone lacks.
     *
     * @param working the files of the working tree: of those that are as they were committed, hence mostly all, git is only
     *     asked for the names
     */
    public Optional<SortedMap<String, SourceFile>> files(
            String commit, Collection<String> paths, SortedMap<String, SourceFile> working) {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit));
        list.addAll(paths);
        return git.read(list, in -> GitTree.ofListing(in.readAllBytes()))
                .then(tree -> files(tree, working))
                .given();
    }

    /**
     * The files at and below these paths that a sparse checkout leaves out of the working tree, as the index has them.
     *
     * @param known files that git need not be asked for again, if they are the same
     */
    public SortedMap<String, SourceFile> leftOut(Collection<String> paths, SortedMap<String, SourceFile> known) {
        List<String> list = new ArrayList<>(List.of("--literal-pathspecs", "ls-files", "-t", "--stage", "-z", "--"));
        list.addAll(paths);
        return git.read(list, in -> GitTree.ofSkipped(in.readAllBytes()))
                .then(tree -> files(tree, known))
                .given()
                .orElseGet(TreeMap::new);
    }

    private Answer<SortedMap<String, SourceFile>> files(GitTree tree, SortedMap<String, SourceFile> working) {
        SortedMap<String, SourceFile> unchanged = tree.unchanged(working);
        GitTree changed = tree.only(path -> !unchanged.containsKey(path));
        return changed.entries().isEmpty()
                ? new Answer.Given<>(unchanged)
                : Blobs.of(git).then(blobs -> contents(changed, blobs)).then(files -> {
                    files.putAll(unchanged);
                    return new Answer.Given<>(files);
                });
    }

    private static Answer<SortedMap<String, SourceFile>> contents(GitTree tree, Blobs blobs) {
        try (blobs) {
            return new Answer.Given<>(tree.files(blobs));
        } catch (UncheckedIOException failure) {
            return new Answer.Refused<>(String.valueOf(failure.getMessage()));
        }
    }
}
