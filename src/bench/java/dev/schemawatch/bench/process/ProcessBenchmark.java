package dev.schemawatch.bench.process;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures whole processes and writes {@code src/site/markdown/benchmarks.md}. What is not built or not installed is left
 * out by name. The variable {@code BENCH_RUNS} sets how often each command runs, {@code BENCH_TABLES} the sizes of the
 * databases, {@code BENCH_PRISMA} names {@code build/index.js} of the npm package {@code prisma}.
 */
public final class ProcessBenchmark {
    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("BENCH_RUNS", "20"));
    private static final String NOBODY = "postgresql://nobody@127.0.0.1:1/none";

    private final Page page = new Page();
    private final List<Contestant> forms = Peers.schemawatch();

    private ProcessBenchmark() {}

    /** Measures everything. */
    public static void main(String... arguments) throws Exception {
        new ProcessBenchmark().run();
    }

    private void run() throws Exception {
        page.add("# Benchmarks");
        page.add("");
        page.add("Written by `./mvnw -Pbench -Dbench.main=dev.schemawatch.bench.process.ProcessBenchmark`, on "
                + Page.machine() + ".");
        page.add("Times are milliseconds from the start of a process to its end, over " + RUNS
                + " runs after two that do not count; memory is the kernel's count of resident pages.");
        check("The bundled example", Repositories.demo(folder()), true);
        check("A repository of 820 migrations and 200 models", Repositories.tables(folder(), 200, 820), true);
        daemon(Repositories.tables(folder(), 200, 20));
        try (LocalServer server = LocalServer.start(PostgresBinaries.find())) {
            for (String tables : System.getenv().getOrDefault("BENCH_TABLES", "1000,10000").split(",", -1)) {
                drift(server, Integer.parseInt(tables));
            }
        }
        page.write(Path.of("src/site/markdown/benchmarks.md"));
    }

    private void check(String title, Path repository, boolean withPrisma) {
        page.table("`check`: " + title, "Nothing is kept between two runs.", "median", "p99", "peak MB");
        Optional<Contestant> prisma = withPrisma ? Peers.prismaValidate() : Optional.empty();
        List<Contestant> contestants = new ArrayList<>();
        forms.forEach(form -> contestants.add(form.with("check")));
        prisma.map(peer -> peer.with("--schema", schemaOf(repository))
                        .with(Map.of("DATABASE_URL", NOBODY)))
                .ifPresentOrElse(contestants::add, () -> page.add("| prisma validate | not installed | | |"));
        for (Contestant contestant : contestants) {
            page.row(
                    contestant.name(),
                    contestant.times(repository, RUNS).cells() + " | "
                            + Durations.number(contestant.peakMegabytes(repository)));
        }
    }

    private static String schemaOf(Path repository) {
        Path nested = repository.resolve("server/prisma/schema.prisma");
        return (Files.exists(nested) ? nested : repository.resolve("prisma/schema.prisma")).toString();
    }

    private void daemon(Path repository) throws IOException {
        page.table(
                "`watch`: 200 models, 20 migrations",
                "Ready is the first answer 200 of `/q/health/ready`. From a save, by rename, to the line that shows its"
                        + " result: 15 ms of it are the time in which no further change may come.",
                "ready",
                "idle MB",
                "save → result, median",
                "p99",
                "SIGTERM → end");
        for (Contestant form : forms) {
            List<Duration> ready = new ArrayList<>();
            List<Duration> stopped = new ArrayList<>();
            for (int run = 0; run < Math.max(3, RUNS / 4); run++) {
                try (RunningDaemon daemon = new RunningDaemon(form, repository, NOBODY)) {
                    ready.add(daemon.untilReady());
                    stopped.add(daemon.stop());
                }
            }
            try (RunningDaemon daemon = new RunningDaemon(form, repository, NOBODY)) {
                daemon.untilReady();
                pause(Duration.ofSeconds(5));
                double idle = daemon.megabytes("VmRSS:");
                Durations saves = saves(daemon, repository);
                page.row(
                        form.name(),
                        "%s | %s | %s | %s".formatted(
                                Durations.number(Durations.of(ready).millis(50)),
                                Durations.number(idle),
                                saves.cells(),
                                Durations.number(Durations.of(stopped).millis(50))));
            }
        }
    }

    private static Durations saves(RunningDaemon daemon, Path repository) throws IOException {
        Path schema = repository.resolve("prisma/schema.prisma");
        String good = Files.readString(schema);
        List<Duration> times = new ArrayList<>();
        for (int number = 0; number < 5 * RUNS; number++) {
            String nonce = "Nonce" + number;
            Path next = Files.writeString(schema.resolveSibling("schema.next"), good + "model " + nonce + " {\n}\n");
            pause(Duration.ofMillis(300 + number * 37L % 400));
            long start = System.nanoTime();
            Files.move(next, schema, StandardCopyOption.ATOMIC_MOVE);
            times.add(Duration.ofNanos(
                    daemon.await(line -> line.contains("NEW") && line.contains(nonce)).at() - start));
        }
        Files.writeString(schema, good);
        return Durations.of(times);
    }

    private void drift(LocalServer server, int tables) throws Exception {
        Path repository = Repositories.tables(folder(), tables, 1);
        String database = "tables_" + tables;
        String jdbc = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
        execute(jdbc + "postgres", "CREATE DATABASE " + database);
        execute(jdbc + database, Repositories.sql(tables));
        execute(jdbc + database, "VACUUM ANALYZE");
        Map<String, String> environment = Map.of(
                "DATABASE_URL", server.url(database), "SCHEMAWATCH_DRIFT_DEADLINE", "5m");
        page.table(
                "`drift`: %,d tables".formatted(tables),
                "Each with 10 columns, a key, two more indexes and a foreign key; PostgreSQL on the same machine.",
                "median",
                "p99",
                "peak MB");
        List<Contestant> contestants = new ArrayList<>();
        forms.forEach(form -> contestants.add(form.with("drift").with(environment)));
        Peers.pgDump()
                .map(peer -> peer.with(server.url(database)))
                .ifPresentOrElse(contestants::add, () -> page.add("| pg_dump -s | not installed | | |"));
        for (Contestant contestant : contestants) {
            page.row(
                    contestant.name(),
                    contestant.times(repository, tables > 1000 ? Math.max(3, RUNS / 4) : RUNS)
                                    .cells() + " | " + Durations.number(contestant.peakMegabytes(repository)));
        }
    }

    private static void execute(String jdbc, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc, LocalServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("schemawatch-bench-");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
