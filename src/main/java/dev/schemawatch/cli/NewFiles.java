package dev.schemawatch.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are not there yet; never one that is.
 *
 * @param root what their paths are relative to
 */
record NewFiles(Path root) {

    /** @throws CommandFailure when there is such a file */
    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw new CommandFailure(
                    ExitStatus.REFUSED, path + " is there already, and no file is written over. Try again.");
        }
    }
}
