package dev.schemawatch.cli;

import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.Git;
import dev.schemawatch.git.GitTree;
import dev.schemawatch.git.GitTree.Kind;
import dev.schemawatch.git.StagedCommit;
import dev.schemawatch.setup.ConfigFile;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is about to be committed, found from a working directory, with the configuration as it is staged. */
final class StagedRepository {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final StagedCommit commit;
    private final Blobs blobs;
    private final Path top;
    private final Path directory;

    StagedRepository(GlobalOptions options, Surroundings surroundings, StagedCommit commit, Blobs blobs) {
        this.options = options;
        this.surroundings = surroundings;
        this.commit = commit;
        this.blobs = blobs;
        this.top = real(commit.checkout().top());
        this.directory = real(options.workingDirectory(surroundings));
    }

    /** Whether the commit touches the configuration file that is in force. */
    boolean changesConfiguration() {
        return configFile()
                .flatMap(this::fromTop)
                .filter(commit.changed()::contains)
                .isPresent();
    }

    /** The configuration as it is staged; from disk where it is not tracked. */
    Setup setup() {
        return Setup.of(configFile().map(this::read), directory, options.overrides(), surroundings.environment());
    }

    /** The path of the configuration file relative to the root of the setup. */
    Optional<String> configPath(Setup setup) {
        return setup.configFile()
                .filter(file -> file.startsWith(setup.root()))
                .map(file -> slashed(setup.root().relativize(file)));
    }

    /** The commit with paths relative to a root inside the working tree. */
    StagedCommit below(Path root) {
        return commit.under(fromTop(root)
                .orElseThrow(() -> new CommandFailure(
                        ExitStatus.USAGE,
                        root + " is outside of " + top
                                + ", the working tree of the commit. Run in it, or name a folder of it"
                                + " with --directory.")));
    }

    /** What of a folder is not staged as it is; relative to the top. */
    Stream<String> unstaged(Git git, Path root, String folder) {
        return fromTop(root.resolve(folder)).stream()
                .flatMap(path -> commit.checkout().unstaged(git, path).given().stream())
                .flatMap(paths -> paths.stream().distinct());
    }

    /** Folders directly in that one which are empty on disk; relative to the top, with a {@code /} at the end. */
    List<String> emptyFolders(Path root, String folder) {
        List<String> empty = new ArrayList<>();
        try (DirectoryStream<Path> below = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path path : below) {
                fromTop(path)
                        .filter(name -> !commit.staged().isFolder(name) && isEmptyFolder(path))
                        .ifPresent(name -> empty.add(name + "/"));
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of(); // none on disk, or none that can be seen: the index is what counts
        }
        return empty.stream().sorted().toList();
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
            return !inside.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * What the commit changes outside of a folder while a link of that folder leads there.
     *
     * @param mayMatter whether a path of the folder, relative to it, can be of interest
     * @return paths as they are seen through the link, relative to the top
     */
    List<String> changedBeyond(Path root, Predicate<String> mayMatter) {
        String prefix = fromTop(root)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> folder + "/")
                .orElse("");
        List<String> beyond = new ArrayList<>();
        commit.staged().entries().forEach((link, entry) -> {
            if (entry.kind() == Kind.LINK && !prefix.isEmpty() && link.startsWith(prefix)) {
                target(link, entry)
                        .filter(target -> !(target + "/").startsWith(prefix))
                        .ifPresent(target -> commit.changed().stream()
                                .filter(path -> path.equals(target) || path.startsWith(target + "/"))
                                .map(path -> link + path.substring(target.length()))
                                .filter(seen -> mayMatter.test(seen.substring(prefix.length())))
                                .forEach(beyond::add));
            }
        });
        return beyond;
    }

    private Optional<String> target(String link, GitTree.Entry entry) {
        return blobs.read(entry.id())
                .flatMap(content -> content instanceof Content.Text text
                        ? GitTree.resolve(link.substring(0, Math.max(0, link.lastIndexOf('/'))), text.text())
                        : Optional.empty());
    }

    /** Whether the commit changes a file, or one in that folder. */
    boolean changes(Path root, String place) {
        return fromTop(root.resolve(place)).stream()
                .anyMatch(path -> commit.changed().stream()
                        .anyMatch(changed -> changed.equals(path) || changed.startsWith(path + "/")));
    }

    /** As {@link Setup#load} finds it, but never above the working tree: that is another repository's. */
    private Optional<Path> configFile() {
        Optional<Path> named = options.overrides()
                .config()
                .or(() -> Optional.ofNullable(surroundings.environment().get("SCHEMAWATCH_CONFIG")))
                .map(directory::resolve);
        return named.or(() -> Stream.iterate(
                        Optional.of(directory),
                        folder -> folder.filter(here -> here.startsWith(top)).isPresent(),
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(ConfigFile.NAME))
                .filter(file -> isStaged(file) || Files.exists(file))
                .findFirst());
    }

    private boolean isStaged(Path file) {
        return fromTop(file).flatMap(commit.staged()::entry).isPresent();
    }

    private ConfigFile read(Path file) {
        return fromTop(file)
                .flatMap(commit.staged()::entry)
                .flatMap(entry -> blobs.read(entry.id()))
                .filter(Content.Text.class::isInstance)
                .map(content -> new ConfigFile(file, ((Content.Text) content).text()))
                .orElseGet(() -> ConfigFile.read(file));
    }

    private Optional<String> fromTop(Path path) {
        return path.startsWith(top) ? Optional.of(slashed(top.relativize(path))) : Optional.empty();
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException _) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
