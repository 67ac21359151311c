package dev.schemawatch.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How well a repository can be watched: found out by watching its folders for a moment.
 *
 * @param folders how many would be watched
 * @param limit the setting that bounds their number, with its value
 * @param obstacle what keeps them from being watched by events
 * @param silentFileSystem the type of the repository's file system, if it does not tell what others change in it
 */
public record WatchOutlook(int folders, String limit, Optional<Obstacle> obstacle, Optional<String> silentFileSystem) {

    /** File systems whose changes come from elsewhere, so that this kernel does not see them. */
    private static final Set<String> SILENT = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "9p",
            "virtiofs",
            "drvfs",
            "vboxsf",
            "prl_fs",
            "vmhgfs",
            "afs",
            "ceph",
            "fakeowner");

    public WatchOutlook {
        Objects.requireNonNull(limit);
        Objects.requireNonNull(obstacle);
        Objects.requireNonNull(silentFileSystem);
    }

    /** Watches the folders of the scan and stops again. */
    public static WatchOutlook of(ScanSettings settings, Scan scan) {
        return of(settings, scan, FileSystems.getDefault()::newWatchService);
    }

    static WatchOutlook of(ScanSettings settings, Scan scan, WatchServiceSource source) {
        return new WatchOutlook(
                scan.folders().size(),
                InotifyLimit.WATCHES.setting(),
                obstacle(settings, scan, source),
                silentFileSystem(settings.root()));
    }

    private static Optional<Obstacle> obstacle(ScanSettings settings, Scan scan, WatchServiceSource source) {
        try (WatchService service = source.open()) {
            WatchedFolders watched = new WatchedFolders(service, settings.root(), new PathFilter(settings.ignore()));
            for (String folder : scan.folders()) {
                watched.add(folder, settings.root().resolve(folder));
            }
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(InotifyLimit.reached(failure)
                    .map(limit -> new Obstacle(limit.sentence(), Optional.of(limit.command())))
                    .orElseGet(() -> new Obstacle(
                            "file-system events are not available (" + failure.getMessage() + ")", Optional.empty())));
        }
    }

    private static Optional<String> silentFileSystem(Path root) {
        try {
            String mounts = Files.readString(Path.of("/proc/self/mountinfo"));
            return MountTable.read(mounts).typeAt(root.toRealPath()).filter(WatchOutlook::isSilent);
        } catch (IOException _) {
            return Optional.empty(); // no Linux, or no /proc: then nothing is known against it
        }
    }

    /** What a program behind a file system ({@code fuse.sshfs}) knows, the kernel does not. */
    private static boolean isSilent(String type) {
        return SILENT.contains(type) || type.startsWith("fuse.");
    }

    /**
     * Something in the way of events.
     *
     * @param sentence says what, without a stop
     * @param command what an administrator can do against it
     */
    public record Obstacle(String sentence, Optional<String> command) {}
}
