package dev.schemawatch.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that a container finds in files, not in its environment: {@code SCHEMAWATCH_DATABASE_URL_FILE} names the file that
 * holds {@code SCHEMAWATCH_DATABASE_URL}. Read anew each time, since secrets rotate.
 */
public final class SecretFile {
    private static final String SECRET = "SCHEMAWATCH_DATABASE_URL";
    private static final String FILE = SECRET + "_FILE";
    private static final int LARGEST_SECRET = 64 * 1024;

    private SecretFile() {}

    /**
     * The environment with the secret in it. A secret that is there already wins.
     *
     * @throws InvalidSetup when the file cannot be read
     */
    public static Map<String, String> resolve(Map<String, String> environment) {
        String name = environment.get(FILE);
        if (name == null
                || name.isEmpty()
                || !environment.getOrDefault(SECRET, "").isEmpty()) {
            return environment;
        }
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw new InvalidSetup(List.of(FILE + ": " + path + " is not there, or is not a regular file."));
        }
        try (InputStream input = Files.newInputStream(path)) {
            Map<String, String> complete = new HashMap<>(environment);
            complete.put(SECRET, new String(input.readNBytes(LARGEST_SECRET), StandardCharsets.UTF_8).strip());
            return complete;
        } catch (IOException e) {
            throw new InvalidSetup(List.of(
                    FILE + ": " + path + " cannot be read: " + e.getClass().getSimpleName() + "."));
        }
    }
}
