package dev.schemawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A report on disk. It is there whole or not at all, so that nobody reads half of one: it is written beside its place and then
 * moved there.
 */
record ReportFile(Path path) {

    /** Writes the text, and the folders above it; answers with what is in the way, as a sentence. */
    Optional<String> write(String text) {
        try {
            if (Files.isDirectory(path)) {
                return Optional.of(path + " is a folder. Name a file in it.");
            }
            replace(text.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.of(path + " cannot be written: " + e.getFile()
                    + " belongs to somebody else. Name a file where you may write.");
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            return Optional.of(
                    path + " cannot be written: " + e.getFile() + " is a file and not a folder. Name another place.");
        } catch (IOException e) {
            return Optional.of(path + " cannot be written (" + e.getClass().getSimpleName()
                    + "). Is the disk full or read-only? Name another place.");
        }
    }

    private void replace(byte[] content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            Files.write(path, content, StandardOpenOption.WRITE); // a pipe or a device: there is nothing to replace
            return;
        }
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(beside, content);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
