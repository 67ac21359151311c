package dev.schemawatch.cli;

import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Git;
import dev.schemawatch.hook.HookManager;
import dev.schemawatch.hook.HookPlace;
import dev.schemawatch.hook.HookRefused;
import dev.schemawatch.hook.HookSite;
import dev.schemawatch.report.Printable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The repository whose hook a command is about, and what goes wrong there as sentences. */
final class HookTarget {
    private final HookSite site;

    private HookTarget(HookSite site) {
        this.site = site;
    }

    static HookTarget of(Path folder) {
        return switch (HookSite.of(Git.of(folder))) {
            case Answer.Given<HookSite>(HookSite site) -> new HookTarget(site);
            case Answer.Refused<HookSite>(String reason) ->
                throw new CommandFailure(
                        ExitStatus.FAILED, "There is no place for a hook: " + reason + ". Run this in a clone.");
        };
    }

    HookSite site() {
        return site;
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
