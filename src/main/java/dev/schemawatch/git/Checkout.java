package dev.schemawatch.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A working tree, and where git keeps what belongs to it. In a worktree and in a submodule the two are far apart.
 *
 * @param top the topmost folder of the working tree
 * @param gitFolder what belongs to this working tree alone: HEAD, the index, a merge that is under way
 * @param commonFolder what all worktrees of the repository share: objects, configuration, hooks
 */
public record Checkout(Path top, Path gitFolder, Path commonFolder) {
    public Checkout {
        Objects.requireNonNull(top);
        Objects.requireNonNull(gitFolder);
        Objects.requireNonNull(commonFolder);
    }

    /** The working tree that git finds; refused with a sentence's clause where there is none. */
    public static Answer<Checkout> of(Git git) {
        Answer<String> places = git.text("rev-parse", "--absolute-git-dir", "--git-common-dir", "--show-toplevel");
        return switch (places) {
            case Answer.Given<String>(String lines) -> {
                List<String> found = lines.lines().toList();
                yield found.size() == 3
                        ? new Answer.Given<>(new Checkout(
                                Path.of(found.get(2)),
                                Path.of(found.getFirst()),
                                git.folder().resolve(found.get(1)).normalize()))
                        : new Answer.Refused<>("git names its folders in a way that is not understood");
            }
            case Answer.Refused<String>(String reason) -> new Answer.Refused<>(inOtherWords(git, reason));
        };
    }

    /**
     * What of a folder no commit would hold as it is: files that are untracked, ignored or edited since they were staged, and
     * folders that are untracked, empty ones too, with a {@code /} at the end.
     *
     * @param git in this working tree
     * @param folder relative to the top
     */
    public Answer<List<String>> unstaged(Git git, String folder) {
        return git.read(
                List.of(
                        "ls-files",
                        "--others",
                        "--modified",
                        "--directory",
                        "-z",
                        "--full-name",
                        "--",
                        ":(top,literal)" + folder),
                in -> GitTree.lines(in.readAllBytes()));
    }

    private static String inOtherWords(Git git, String reason) {
        if (reason.contains("not a git repository")) {
            return git.folder() + " is not in a git repository";
        }
        if (reason.contains("must be run in a work tree")) {
            return git.folder()
                    + " is in a bare repository, or in git's own folder: there is no working tree, so nobody"
                    + " commits here";
        }
        return "git says: " + reason;
    }
}
