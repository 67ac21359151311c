package dev.schemawatch.localserver;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where this user's programs keep what they can make again. */
final class UserCache {
    private UserCache() {}

    /** The part of it that is ours; it need not be there yet. */
    static Path folder() {
        Map<String, String> environment = System.getenv();
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("schemawatch");
    }
}
