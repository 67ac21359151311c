package dev.schemawatch.localserver;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The programs of a PostgreSQL installation.
 *
 * @param folder holds {@code initdb}, {@code postgres} and {@code pg_ctl}
 */
public record PostgresBinaries(Path folder) {
    /** Parents of one folder per major version, as Debian, Red Hat, Homebrew and the macOS and Windows installers lay it out. */
    private static final List<Path> DISTRIBUTION_FOLDERS = List.of(
            Path.of("/usr/lib/postgresql"),
            Path.of("/usr"),
            Path.of("/opt/homebrew/opt"),
            Path.of("/usr/local/opt"),
            Path.of("/Library/PostgreSQL"),
            Path.of("/Applications/Postgres.app/Contents/Versions"),
            Path.of("C:/Program Files/PostgreSQL"));

    private static final String NOT_FOUND = "No PostgreSQL server programs (initdb, postgres, pg_ctl) were found: "
            + "looked for an archive on the class path, in PATH and in the usual folders. "
            + "Install the PostgreSQL server, or let --download-postgres fetch its programs.";

    /**
     * The programs in that folder.
     *
     * @throws IOException when one of them is missing
     */
    public static PostgresBinaries in(Path folder) throws IOException {
        if (!complete(folder)) {
            throw new IOException(folder + " does not hold initdb, postgres and pg_ctl: "
                    + "name the bin folder of a PostgreSQL server installation.");
        }
        return new PostgresBinaries(folder);
    }

    /**
     * The first programs found: unpacked from the class path, in {@code PATH}, in a distribution's folder (newest first).
     *
     * @throws IOException when there are none, or the archive cannot be unpacked
     */
    public static PostgresBinaries find() throws IOException {
        return found().orElseThrow(() -> new IOException(NOT_FOUND));
    }

    /**
     * The first programs found, else those of Maven Central, or of the mirror that {@code SCHEMAWATCH_MAVEN_REPOSITORY} names:
     * taken from there once, into this user's cache.
     *
     * @throws IOException when they cannot be had from there, or are not those that were expected
     */
    public static PostgresBinaries findOrDownload() throws IOException {
        Optional<PostgresBinaries> here = found();
        if (here.isPresent()) {
            return here.get();
        }
        Path cache = Privileges.ofThisProcess().cacheFolder();
        return in(PostgresDownload.forThisMachine(System.getenv())
                .unpackedBelow(cache)
                .resolve("bin"));
    }

    /** The first programs that are installed on this machine: in {@code PATH} or in a distribution's folder. */
    public static Optional<PostgresBinaries> installed() throws IOException {
        return folders().stream().filter(PostgresBinaries::complete).findFirst().map(PostgresBinaries::new);
    }

    Path program(String name) {
        return executable(folder, name);
    }

    private static Optional<PostgresBinaries> found() throws IOException {
        Optional<BinariesArchive> archive = BinariesArchive.onClassPath();
        if (archive.isPresent()) {
            Path cache = Privileges.ofThisProcess().cacheFolder();
            return Optional.of(in(archive.get().unpackedBelow(cache).resolve("bin")));
        }
        return installed();
    }

    /** Where programs of PostgreSQL may be: those of PATH, then a distribution's, the newest first. */
    static List<Path> folders() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            candidates.add(Path.of(entry));
        }
        for (Path parent : DISTRIBUTION_FOLDERS) {
            if (Files.isDirectory(parent)) {
                List<Path> versions = new ArrayList<>();
                try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
                    children.forEach(child -> versions.add(child.resolve("bin")));
                }
                versions.sort(Comparator.reverseOrder());
                candidates.addAll(versions);
            }
        }
        return candidates;
    }

    private static boolean complete(Path folder) {
        return List.of("initdb", "postgres", "pg_ctl").stream()
                .allMatch(name -> Files.isExecutable(executable(folder, name)));
    }

    static Path executable(Path folder, String name) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return folder.resolve(windows ? name + ".exe" : name);
    }
}
