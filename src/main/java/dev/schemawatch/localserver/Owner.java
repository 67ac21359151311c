package dev.schemawatch.localserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that has something, as a part of a file's name: so it can be told later whether it is still there, also after a
 * {@code kill -9}.
 *
 * @param namespace in which its number means it: containers may share a folder and not their processes
 * @param started in milliseconds since 1970; 0 where the system does not tell
 */
record Owner(String namespace, long pid, long started) {
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");
    private static final Pattern TEXT = Pattern.compile("(\\d+)-(\\d+)-(\\d+)");

    /** The time of a process' start is counted from that of the system, which a clock that is set moves. */
    private static final Duration CLOCK = Duration.ofSeconds(3);

    /** This process. */
    static Owner current() {
        return new Owner(namespaceOfThisProcess(), ProcessHandle.current().pid(), started(ProcessHandle.current()));
    }

    /** The owner that a name speaks of. */
    static Optional<Owner> in(String name) {
        Matcher matcher = TEXT.matcher(name);
        try {
            return matcher.find()
                    ? Optional.of(new Owner(
                            matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** As a part of a name. */
    String text() {
        return namespace + "-" + pid + "-" + started;
    }

    /** Whether it is certain that it is no more. */
    boolean isGone() {
        return namespace.equals(namespaceOfThisProcess())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(other -> Math.abs(started(other) - started) < CLOCK.toMillis())
                        .isEmpty();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Linux names it by a number; other systems have one for all. */
    private static String namespaceOfThisProcess() {
        try {
            return Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException _) {
            return "0";
        }
    }
}
