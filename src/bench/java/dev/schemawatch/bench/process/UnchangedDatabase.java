package dev.schemawatch.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a daemon costs a server on which nothing changes: the processor time of its session, as the kernel counts it. */
final class UnchangedDatabase {
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final int LOOKS = 20;

    private UnchangedDatabase() {}

    static void write(Page page, List<Contestant> forms, Path repository, Database database) throws SQLException {
        page.table(
                "`watch`: nothing changes in " + database.name().replace('_', ' '),
                "Processor time of the server for one look, over about " + LOOKS + " looks a second apart.",
                "ms per look");
        for (Contestant form : forms) {
            try (RunningDaemon daemon =
                    new RunningDaemon(form, repository, database.url(), Map.of("SCHEMAWATCH_DRIFT_INTERVAL", "1s"))) {
                daemon.untilReady();
                RunningDaemon.pause(SETTLE);
                String session = database.text("SELECT pid FROM pg_stat_activity WHERE application_name = 'schemawatch'"
                        + " AND datname = '" + database.name() + "'");
                long before = nanoseconds(session);
                RunningDaemon.pause(Duration.ofSeconds(LOOKS));
                page.row(form.name(), "%.2f".formatted((nanoseconds(session) - before) / 1e6 / LOOKS));
            }
        }
    }

    /** Linux, Documentation/scheduler/sched-stats.rst: time on the processor comes first. */
    private static long nanoseconds(String pid) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc", pid, "schedstat")).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("the daemon has no session any more", e);
        }
    }
}
