package dev.schemawatch.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration file on disk.
 *
 * @param path absolute
 * @param text UTF-8, read whole
 */
public record ConfigFile(Path path, String text) {
    /** The name that is searched for. */
    public static final String NAME = "schemawatch.yaml";

    private static final int LARGEST_FILE = 1024 * 1024;

    public ConfigFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }

    /** The file in that folder or in the nearest folder above that has one. */
    static Optional<ConfigFile> search(Path folder) {
        for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            Path candidate = here.resolve(NAME);
            if (Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(read(candidate));
            }
        }
        return Optional.empty();
    }

    /** @throws InvalidSetup when the file is not there or is no text that a configuration could be */
    public static ConfigFile read(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            throw refused(absolute, "is not a regular file.");
        }
        try (InputStream input = Files.newInputStream(absolute)) {
            byte[] content = input.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw refused(absolute, "is larger than 1 MiB: this cannot be a configuration.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new ConfigFile(absolute, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw refused(absolute, "is not valid UTF-8.");
        } catch (NoSuchFileException e) {
            throw refused(
                    absolute,
                    Files.isSymbolicLink(absolute)
                            ? "is a symbolic link to something that does not exist."
                            : "does not exist.");
        } catch (IOException e) {
            throw refused(absolute, "cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** The folder that its paths are relative to. */
    Path folder() {
        return path.getParent() == null ? path : path.getParent();
    }

    private static InvalidSetup refused(Path path, String reason) {
        return new InvalidSetup(List.of(path + " " + reason));
    }
}
