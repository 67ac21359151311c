package dev.schemawatch.git;

import dev.schemawatch.workspace.SourceFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the history of the repository around a folder holds. Everything that goes wrong is an empty answer. */
public final class GitRepository {
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
     * The commit where what HEAD names left the main branch: HEAD itself on that branch, and where there is no other. The main
     * branch is the one that the remote names as its own, else {@code main} or {@code master}, there or here.
     */
    public Optional<String> base() {
        List<String> candidates = List.of(
                "refs/remotes/origin/HEAD",
                "refs/remotes/origin/main",
                "refs/remotes/origin/master",
                "refs/heads/main",
                "refs/heads/master");
        List<String> command = new ArrayList<>(List.of("for-each-ref", "--format=%(refname)"));
        command.addAll(candidates);
        List<String> there = git.text(command.toArray(String[]::new)).given().stream()
                .flatMap(String::lines)
                .toList();
        return candidates.stream()
                .filter(there::contains)
                .findFirst()
                .flatMap(main -> git.text("merge-base", "HEAD", main).given());
    }

    /** The paths of the files at and below these paths in a commit. */
    public Optional<SortedSet<String>> paths(String commit, Collection<String> paths) {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit));
        list.addAll(paths);
        return git.read(list, in -> GitTree.ofListing(in.readAllBytes()))
                .given()
                .map(tree -> new TreeSet<>(tree.entries().keySet()));
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
