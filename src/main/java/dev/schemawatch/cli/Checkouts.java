package dev.schemawatch.cli;

import dev.schemawatch.report.Checkout;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the checkout that a folder is in: the one that the build server names, else the nearest folder above with
 * {@code .git} in it, else the folder itself.
 */
record Checkouts(Map<String, String> environment) {
    /** A place that must be named although there is none. */
    private static final String NOTHING_READ = "schemawatch.yaml";

    /** The checkout of a repository that was read. */
    Checkout around(Path root, Workspace workspace) {
        String anchor = workspace.projects().stream()
                .map(Project::schema)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse(NOTHING_READ);
        return new Checkout(prefix(root), anchor, workspace.files());
    }

    /** The checkout of a repository of which nothing is known. */
    Checkout around(Path root) {
        return new Checkout(prefix(root), NOTHING_READ, Map.of());
    }

    /** The folder below the top of its checkout: empty, or ending with {@code /}. */
    String prefix(Path root) {
        Path here = root.toAbsolutePath().normalize();
        Path top = Stream.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
                .flatMap(variable -> folder(environment.get(variable)).stream())
                .filter(here::startsWith)
                .findFirst()
                .orElseGet(() -> gitTop(here));
        String below = top.relativize(here).toString().replace('\\', '/');
        return below.isEmpty() ? "" : below + "/";
    }

    private static Optional<Path> folder(@Nullable String name) {
        try {
            return Optional.ofNullable(name)
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .map(Path::normalize)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Path gitTop(Path here) {
        for (@Nullable Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return here;
    }
}
