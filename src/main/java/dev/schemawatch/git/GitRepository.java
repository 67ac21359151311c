package dev.schemawatch.git;

import dev.schemawatch.workspace.SourceFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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

    /** The folder where git keeps HEAD and its locks for this working tree. */
    public Optional<Path> gitFolder() {
        return git.text("rev-parse", "--absolute-git-dir").given().map(Path::of);
    }

    /** The files at and below these paths in a commit; links and submodules are passed over, and what a partial clone lacks. */
    public Optional<SortedMap<String, SourceFile>> files(String commit, Collection<String> paths) {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit));
        list.addAll(paths);
        return git.read(list, in -> GitTree.ofListing(in.readAllBytes()))
                .then(tree -> Blobs.of(git).then(blobs -> contents(tree, blobs)))
                .given();
    }

    private static Answer<SortedMap<String, SourceFile>> contents(GitTree tree, Blobs blobs) {
        try (blobs) {
            return new Answer.Given<>(tree.files(blobs));
        } catch (UncheckedIOException failure) {
            return new Answer.Refused<>(String.valueOf(failure.getMessage()));
        }
    }
}
