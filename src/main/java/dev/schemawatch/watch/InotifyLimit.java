package dev.schemawatch.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The kernel's limits on watches, each for all processes of a user together. */
enum InotifyLimit {
    INSTANCES("max_user_instances", "instance", "1024"),
    WATCHES("max_user_watches", "watch", "524288");

    private static final Path LIMITS = Path.of("/proc/sys/fs/inotify");

    private final String key;
    private final String what;
    private final String better;

    InotifyLimit(String key, String what, String better) {
        this.key = key;
        this.what = what;
        this.better = better;
    }

    /** The one that is used up; {@code failure} is what Java made of the kernel's answer. */
    static Optional<InotifyLimit> reached(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.contains("inotify instances")) {
            return Optional.of(INSTANCES);
        }
        return text.contains("inotify watches") ? Optional.of(WATCHES) : Optional.empty();
    }

    /** Says to people that no events come, why, and what an administrator can do. */
    static String explain(IOException failure, Duration polling) {
        String polls = "Polling every %d ms instead.".formatted(polling.toMillis());
        return reached(failure)
                .map(limit -> "%s; to use events: %s. %s".formatted(limit.sentence(), limit.command(), polls))
                .orElseGet(
                        () -> "file-system events are not available (%s). %s".formatted(failure.getMessage(), polls));
    }

    /** That it is used up, without a stop. */
    String sentence() {
        return "the kernel's inotify %s limit of this user (%s) is used up".formatted(what, setting());
    }

    /** What raises it until the next start of the machine. */
    String command() {
        return "sudo sysctl fs.inotify.%s=%s".formatted(key, better);
    }

    /** It with its value: {@code fs.inotify.max_user_watches=8192}; a question mark where the system does not tell. */
    String setting() {
        return "fs.inotify." + key + "=" + current();
    }

    /** The kernel gives such a file in one read and never goes on, so it must not be read in parts. */
    private String current() {
        try (InputStream file = Files.newInputStream(LIMITS.resolve(key))) {
            byte[] value = new byte[32];
            return new String(value, 0, Math.max(0, file.read(value)), StandardCharsets.US_ASCII).strip();
        } catch (IOException _) {
            return "?";
        }
    }
}
