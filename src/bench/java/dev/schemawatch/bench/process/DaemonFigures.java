package dev.schemawatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How soon a daemon is there, what it holds while nothing happens, and how long a save takes to its result. */
final class DaemonFigures {
    private static final String SCHEMA = "prisma/schema.prisma";

    private final Page page;
    private final List<Contestant> forms;
    private final int runs;

    DaemonFigures(Page page, List<Contestant> forms, int runs) {
        this.page = page;
        this.forms = forms;
        this.runs = runs;
    }

    void write(Path repository, Database database) throws IOException {
        page.table(
                "`watch`: 200 models, 20 migrations, a database of 200 tables",
                "Ready is the first answer 200 of `/q/health/ready`, the median of several starts. From a save, by rename, to the"
                        + " line that shows its result: 15 ms of it are the time in which no further change may come. "
                        + 5 * runs + " saves.",
                "ready",
                "idle MB",
                "save → result, median",
                "p99",
                "longest",
                "SIGTERM → end");
        for (Contestant form : forms) {
            List<Duration> ready = new ArrayList<>();
            List<Duration> stopped = new ArrayList<>();
            for (int run = 0; run < Math.max(3, runs / 4); run++) {
                try (RunningDaemon daemon = new RunningDaemon(form, repository, database.url(), Map.of())) {
                    ready.add(daemon.untilReady());
                    stopped.add(daemon.stop());
                }
            }
            try (RunningDaemon daemon = new RunningDaemon(form, repository, database.url(), Map.of())) {
                daemon.untilReady();
                RunningDaemon.pause(Duration.ofSeconds(5));
                double idle = daemon.megabytes("VmRSS:");
                row(form.name(), Durations.of(ready), idle, saves(daemon, repository), Durations.of(stopped));
            }
        }
        watchexec(repository);
    }

    private void watchexec(Path repository) throws IOException {
        Optional<Contestant> peer = Peers.watchexec(SCHEMA);
        if (peer.isEmpty()) {
            page.absent("`watchexec -- prisma validate` (one of them is not installed)");
            return;
        }
        Contestant contestant = peer.get().with(Map.of("DATABASE_URL", Database.NOBODYS));
        try (RunningDaemon watchexec = new RunningDaemon(contestant, repository)) {
            RunningDaemon.pause(Duration.ofSeconds(10));
            double idle = watchexec.megabytes("VmRSS:");
            Durations none = Durations.of(List.of(Duration.ZERO));
            row(contestant.name(), none, idle, saves(watchexec, repository), none);
        }
    }

    private void row(String name, Durations ready, double idle, Durations saves, Durations stopped) {
        page.row(
                name,
                "%s | %s | %s | %s | %s | %s".formatted(
                        Durations.number(ready.median()),
                        Durations.number(idle),
                        Durations.number(saves.median()),
                        Durations.number(saves.millis(99)),
                        Durations.number(saves.maximum()),
                        Durations.number(stopped.median())));
    }

    /** Each save has another model with a field of a type that nobody declares: an error that is new each time, and names it. */
    private Durations saves(RunningDaemon daemon, Path repository) throws IOException {
        Path schema = repository.resolve(SCHEMA);
        String good = Files.readString(schema);
        List<Duration> times = new ArrayList<>();
        for (int number = 0; number < 5 * runs; number++) {
            String nonce = "Nonce" + number + "x";
            Path next = Files.writeString(
                    schema.resolveSibling("schema.next"),
                    good + "model Edited%d {\n  id Int @id\n  value %s\n}\n".formatted(number, nonce));
            RunningDaemon.pause(Duration.ofMillis(300 + number * 37L % 400));
            long start = System.nanoTime();
            Files.move(next, schema, StandardCopyOption.ATOMIC_MOVE);
            times.add(Duration.ofNanos(daemon.await(line -> line.contains(nonce)).at() - start));
        }
        Files.writeString(schema, good);
        return Durations.of(times);
    }
}
