package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file on disk that is replaced whole: no commit ever sees half of a hook. Bytes come back as they were (ISO 8859-1). */
record HookFile(Path path) {
    private static final int LARGEST = 1024 * 1024;
    private static final Set<PosixFilePermission> READABLE = Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private static final Set<PosixFilePermission> RUNNABLE = Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Its text; empty when nothing is there. */
    Optional<String> text() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            throw new HookRefused(path + " is not a file. Remove what is there, or name another way with --with.");
        }
        if (Files.size(path) > LARGEST) {
            throw new HookRefused(path + " is larger than 1 MiB: this is no hook that could be added to.");
        }
        return Optional.of(Files.readString(path, StandardCharsets.ISO_8859_1));
    }

    /** Whether there is anything at all, be it a link to nothing. */
    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Replaces the file, or what a link leads to, with its permissions kept; a new one is as others. */
    void write(String text) throws IOException {
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        Path folder = folder(target);
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".schemawatch-", ".tmp");
        try {
            Files.writeString(fresh, text, StandardCharsets.ISO_8859_1);
            permit(fresh, Files.exists(target) ? permissions(target) : READABLE);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Replaces the file and lets everybody run it. */
    void writeExecutable(String text) throws IOException {
        write(text);
        permit(path, RUNNABLE);
    }

    /** What our block in it asks for; nothing when there is none. */
    List<HookCall> calls() throws IOException {
        return text().filter(MarkedBlock::isIn).map(HookCall::in).orElse(List.of());
    }

    /** Takes our block out; the file goes with it when it was made for it. */
    void removeBlock() throws IOException {
        Optional<String> rest = MarkedBlock.remove(text().orElse(""));
        if (rest.isPresent()) {
            write(rest.get());
        } else {
            Files.delete(path);
        }
    }

    private static Path folder(Path file) throws FileSystemException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "is no file");
        }
        return folder;
    }

    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    /** Windows knows no such permissions, and runs every hook. */
    private static void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(permissions);
        }
    }
}
