package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Data folders of stopped servers, kept in this user's cache for the next run: with what their databases hold, since that
 * takes longer to make than to keep. Who takes one has it alone: a folder is taken by renaming it, and several processes may
 * try.
 */
public final class ClusterShelf {
    private static final String IDLE = "idle-";
    private static final String TAKEN = "taken-";
    private static final String CONTENTS = "contents";
    private static final int MOST = 3;
    private static final Duration LONGEST_IDLE = Duration.ofDays(14);

    /** No run lasts for so long, also where it cannot be told whether it is still there. */
    private static final Duration LONGEST_TAKEN = Duration.ofDays(1);

    /** A folder that was not flushed to disk is only good until the machine starts again. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path folder;
    private final Privileges privileges;
    private final PostgresBinaries binaries;
    private final String mark;

    private ClusterShelf(Path folder, Privileges privileges, PostgresBinaries binaries, String mark) {
        this.folder = folder;
        this.privileges = privileges;
        this.binaries = binaries;
        this.mark = mark;
    }

    /**
     * The shelf for the data folders of these programs.
     *
     * @param setup what the caller gives a new server, in one word: one that another release gave something else is not used
     */
    public static ClusterShelf of(PostgresBinaries binaries, String setup) throws IOException {
        Privileges privileges = Privileges.ofThisProcess();
        String key = HexFormat.of()
                .toHexDigits(binaries.folder().toRealPath().toString().hashCode());
        Path folder = privileges.cacheFolder().resolve("clusters-" + key);
        Folders.makeWritable(folder);
        return new ClusterShelf(folder, privileges, binaries, boot() + " " + setup);
    }

    /**
     * A running server: one that was kept, else a new one.
     *
     * @param wanted names of databases, the best first: a server that holds the earliest of them is preferred
     */
    public LocalServer take(List<String> wanted) throws IOException {
        sweep();
        List<Path> idle = new ArrayList<>(folders(IDLE));
        idle.removeIf(each -> !isUsable(each));
        idle.sort(Comparator.comparingInt((Path each) -> rank(each, wanted)).thenComparing(ClusterShelf::age));
        for (Path each : idle) {
            Optional<LocalServer> server = resume(each);
            if (server.isPresent()) {
                return server.get();
            }
        }
        Path fresh = mine();
        Files.createDirectory(fresh);
        return LocalServer.startIn(binaries, privileges, fresh);
    }

    /**
     * Stops a server and keeps its data folder.
     *
     * @param contents names of the databases that a later run can use
     */
    public void keep(LocalServer server, List<String> contents) throws IOException {
        Path data = server.stopAndKeep();
        if (!Files.exists(BOOT)) {
            LocalServer.flush(binaries, privileges, data);
        }
        List<String> lines = new ArrayList<>(List.of(mark));
        lines.addAll(contents);
        Files.write(data.resolve(CONTENTS), lines);
        Files.setLastModifiedTime(data, FileTime.from(Instant.ofEpochMilli(System.currentTimeMillis())));
        Files.move(data, folder.resolve(IDLE + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
        clear();
    }

    private Optional<LocalServer> resume(Path idle) throws IOException {
        Optional<Path> mine = taken(idle);
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalServer.startIn(binaries, privileges, mine.get()));
        } catch (IOException _) {
            return Optional.empty(); // of another version, for instance; the folder is gone
        }
    }

    /** Removes what is too much, first of all what is of no use here, or too old. */
    private void clear() throws IOException {
        List<Path> idle = new ArrayList<>(folders(IDLE));
        idle.sort(Comparator.comparing((Path each) -> !isUsable(each)).thenComparing(ClusterShelf::age));
        for (int number = 0; number < idle.size(); number++) {
            if (number >= MOST || age(idle.get(number)).compareTo(LONGEST_IDLE) > 0) {
                Optional<Path> mine = taken(idle.get(number));
                if (mine.isPresent()) {
                    Folders.delete(mine.get());
                }
            }
        }
    }

    /** Ends and removes what was left by a run that was killed; several processes may try. */
    private void sweep() throws IOException {
        for (Path taken : folders(TAKEN)) {
            boolean gone = Owner.in(taken.getFileName().toString())
                    .filter(Owner::isGone)
                    .isPresent();
            if (gone || age(taken).compareTo(LONGEST_TAKEN) > 0) {
                Optional<Path> mine = taken(taken);
                if (mine.isPresent()) {
                    LocalServer.discard(binaries, privileges, mine.get());
                }
            }
        }
    }

    /** The folder under a name that is this process' own; empty where somebody else was faster. */
    private Optional<Path> taken(Path data) {
        Path mine = mine();
        try {
            Files.move(data, mine, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(mine);
    }

    /** A new name for a folder that is this process' own. */
    private Path mine() {
        return folder.resolve(TAKEN + Owner.current().text() + "-" + UUID.randomUUID());
    }

    private List<Path> folders(String prefix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix + "*")) {
            all.forEach(found::add);
        }
        return found;
    }

    private static int rank(Path idle, List<String> wanted) {
        List<String> contents = contents(idle);
        for (int rank = 0; rank < wanted.size(); rank++) {
            if (contents.contains(wanted.get(rank))) {
                return rank;
            }
        }
        return wanted.size();
    }

    private static List<String> contents(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(CONTENTS));
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Duration age(Path folder) {
        try {
            return Duration.ofMillis(System.currentTimeMillis()
                    - Files.getLastModifiedTime(folder).toMillis());
        } catch (IOException _) {
            return Duration.ZERO;
        }
    }

    /** Whether the folder is whole, and holds a server that was set up as this caller expects it. */
    private boolean isUsable(Path data) {
        return contents(data).stream().findFirst().equals(Optional.of(mark));
    }

    private static String boot() throws IOException {
        return Files.exists(BOOT)
                ? Files.readString(BOOT, StandardCharsets.US_ASCII).strip()
                : "flushed";
    }
}
