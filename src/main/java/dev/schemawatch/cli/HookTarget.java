package dev.schemawatch.cli;

import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Git;
import dev.schemawatch.hook.HookManager;
import dev.schemawatch.hook.HookPlace;
import dev.schemawatch.hook.HookRefused;
import dev.schemawatch.hook.HookSite;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.ConfigFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The repository whose hook a command is about, and what goes wrong there as sentences. */
final class HookTarget {
    private final HookSite site;
    private final Path folder;

    private HookTarget(HookSite site, Path folder) {
        this.site = site;
        this.folder = folder;
    }

    static HookTarget of(GlobalOptions options, Surroundings surroundings) {
        Path folder = options.workingDirectory(surroundings);
        return switch (HookSite.of(Git.of(folder))) {
            case Answer.Given<HookSite>(HookSite site) -> new HookTarget(site, folder);
            case Answer.Refused<HookSite>(String reason) ->
                throw new CommandFailure(
                        ExitStatus.FAILED, "There is no place for a hook: " + reason + ". Run this in a clone.");
        };
    }

    HookSite site() {
        return site;
    }

    /** The folder that is asked about, as calls name it: the nearest with a configuration, be it one that cannot be read. */
    String folder() throws IOException {
        Path top = site.checkout().top();
        return site.relative(Stream.iterate(
                        Optional.of(folder.toAbsolutePath().normalize()),
                        here -> here.filter(path -> path.startsWith(top)).isPresent(),
                        here -> here.map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(here -> Files.exists(here.resolve(ConfigFile.NAME)))
                .findFirst()
                .orElse(folder));
    }

    /** The folders that are checked, beside the one that is asked about; empty when there are none. */
    Optional<String> others() throws IOException {
        SortedSet<String> others = new TreeSet<>();
        for (HookPlace place : site.places().values()) {
            place.calls().forEach(call -> others.add(name(call.folder())));
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(Printable.of(String.join(", ", others)));
    }

    /** A folder that a call names, for people. */
    static String name(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    /** The path as people know it: from the top of the working tree where it is below that. */
    String display(HookPlace place) {
        Path top = site.checkout().top();
        Path file = place.file();
        return Printable.of((file.startsWith(top) ? top.relativize(file) : file).toString());
    }

    /** Does something with the files of hooks. */
    static <T> T touching(Action<T> action) {
        try {
            return action.run();
        } catch (HookRefused refused) {
            throw new CommandFailure(ExitStatus.REFUSED, String.valueOf(refused.getMessage()));
        } catch (AccessDeniedException denied) {
            throw new CommandFailure(
                    ExitStatus.FAILED,
                    denied.getFile()
                            + " cannot be written: permission denied. Let the user who runs this write there, or add"
                            + " the line schemawatch hook run to the hook by hand.");
        } catch (FileSystemException failed) {
            String reason = failed.getReason() == null ? failed.getClass().getSimpleName() : failed.getReason();
            throw new CommandFailure(
                    ExitStatus.FAILED,
                    failed.getFile() + " cannot be written: " + reason + ". See what is there, and try again.");
        } catch (IOException failed) {
            throw new CommandFailure(ExitStatus.FAILED, "The hook cannot be read or written: " + failed.getMessage());
        }
    }

    /** What may fail on disk. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** The manager by name, for people. */
    static String name(HookManager manager) {
        return switch (manager) {
            case GIT -> "git";
            case HUSKY -> "Husky";
            case LEFTHOOK -> "Lefthook";
            case PRE_COMMIT -> "pre-commit";
        };
    }
}
