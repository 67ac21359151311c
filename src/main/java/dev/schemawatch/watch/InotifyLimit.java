package dev.schemawatch.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Says which of the kernel's limits is used up, and what an administrator can do. */
final class InotifyLimit {
    private static final Path LIMITS = Path.of("/proc/sys/fs/inotify");

    private InotifyLimit() {}

    /** The sentence for people; {@code failure} is what Java made of the kernel's answer. */
    static String explain(IOException failure, Duration polling) {
        String text = String.valueOf(failure.getMessage());
        String polls = "Polling every %d ms instead.".formatted(polling.toMillis());
        if (text.contains("inotify instances")) {
            return limit("max_user_instances", "instance", "1024") + polls;
        }
        if (text.contains("inotify watches")) {
            return limit("max_user_watches", "watch", "524288") + polls;
        }
        return "file-system events are not available (%s). %s".formatted(text, polls);
    }

    private static String limit(String key, String what, String better) {
        return "the kernel's inotify %s limit of this user (fs.inotify.%s=%s) is used up; to use events: sudo sysctl fs.inotify.%s=%s. "
                .formatted(what, key, current(key), key, better);
    }

    private static String current(String key) {
        try {
            return Files.readString(LIMITS.resolve(key)).strip();
        } catch (IOException _) {
            return "?";
        }
    }
}
