package dev.schemawatch.doctor;

import dev.schemawatch.watch.Scan;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchOutlook;
import java.util.List;
import java.util.stream.Stream;

/** Whether the daemon will be told of changes of files: the kernel's limits, and what kind of file system it is. */
record WatchProbe(ScanSettings settings, Scan scan) implements Probe {
    private static final Subject LIMITS = Subject.of("watch-limits");
    private static final Subject FILE_SYSTEM = Subject.of("file-system");

    @Override
    public Stream<Diagnosis> examine() {
        WatchOutlook outlook = WatchOutlook.of(settings, scan);
        return Stream.of(limits(outlook), fileSystem(outlook));
    }

    private static Diagnosis limits(WatchOutlook outlook) {
        return outlook.obstacle()
                .map(obstacle -> LIMITS.warning(
                        obstacle.sentence() + ": the daemon would poll instead of waiting for events.",
                        obstacle.command().stream().toList()))
                .orElseGet(() -> LIMITS.ok(
                        "all of " + outlook.folders() + " folders can be watched (" + outlook.limit() + ")."));
    }

    private static Diagnosis fileSystem(WatchOutlook outlook) {
        return outlook.silentFileSystem()
                .map(type -> FILE_SYSTEM.warning(
                        "the repository is on " + type
                                + ", which does not tell this machine what others change there: such a change is noticed up to"
                                + " five minutes late. Run the daemon where the files are edited, or keep them on a local disk.",
                        List.of()))
                .orElseGet(() -> FILE_SYSTEM.ok("tells of changes."));
    }
}
