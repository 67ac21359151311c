package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, and containers and CI runners are often root.
 * There a user namespace in which root is nobody is enough, and the files still belong to root; where the kernel denies
 * namespaces (Docker's default seccomp profile does), the programs run as the user {@code nobody}.
 */
sealed interface Privileges {

    /** An ordinary user: nothing to do. */
    record Unchanged() implements Privileges {}

    /** Root, seen as nobody from inside a namespace of its own. */
    record UserNamespace() implements Privileges {}

    /** Root gives up its rights for good. */
    record OtherUser(int id) implements Privileges {}

    /** {@code nobody} on every common Linux. */
    int NOBODY = 65534;

    static Privileges ofThisProcess() throws IOException {
        if (!isRoot()) {
            return new Unchanged();
        }
        return succeeds("unshare", "-U", "true") ? new UserNamespace() : new OtherUser(NOBODY);
    }

    /** The command line that runs {@code command} with these privileges. */
    default List<String> run(List<String> command) {
        List<String> prefix = switch (this) {
            case Unchanged _ -> List.of();
            case UserNamespace _ -> List.of("unshare", "-U");
            case OtherUser user -> List.of("setpriv", "--reuid=" + user.id(), "--regid=" + user.id(), "--clear-groups");
        };
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives a folder, made by this process, to the user as whom the server runs. */
    default void hand(Path folder) throws IOException {
        switch (this) {
            case Unchanged _, UserNamespace _ -> {}
            case OtherUser user -> {
                Files.setAttribute(folder, "unix:uid", user.id());
                Files.setAttribute(folder, "unix:gid", user.id());
            }
        }
    }

    /** Where unpacked programs are kept: writable by this user alone, readable by the one as whom they run. */
    default Path cacheFolder() {
        return switch (this) {
            case Unchanged _, UserNamespace _ -> UserCache.folder();
            case OtherUser _ -> Path.of("/var/cache/schemawatch");
        };
    }

    /** Nothing is written to find out: in a container there may be no place for it. */
    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
