package dev.schemawatch.git;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The setting {@code core.hooksPath}.
 *
 * @param folder the folder that it names
 * @param ofThisRepository whether it is set for this repository, rather than for all of a user or a machine
 */
public record HooksPath(Path folder, boolean ofThisRepository) {
    private static final Set<String> OF_A_REPOSITORY = Set.of("local", "worktree", "command");

    public HooksPath {
        Objects.requireNonNull(folder);
    }

    /** The setting that is in force; a relative path is one from the top of the working tree. */
    public static Optional<HooksPath> of(Git git, Checkout checkout) {
        return git.text("config", "--show-scope", "--type=path", "--get", "core.hooksPath")
                .given()
                .filter(answer -> answer.indexOf('\t') > 0)
                .map(answer -> new HooksPath(
                        checkout.top()
                                .resolve(answer.substring(answer.indexOf('\t') + 1))
                                .normalize(),
                        OF_A_REPOSITORY.contains(answer.substring(0, answer.indexOf('\t')))));
    }
}
