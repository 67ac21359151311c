package dev.schemawatch.cli;

import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.Git;
import dev.schemawatch.git.StagedCommit;
import dev.schemawatch.setup.ConfigFile;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
