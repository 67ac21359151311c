package dev.schemawatch.bench.process;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures whole processes and writes {@code src/site/markdown/benchmarks.md}. What is not built or not installed is left
 * out by name. Environment variables:
 *
 * <ul>
 *   <li>{@code BENCH_RUNS}: how often each command runs (20)
 *   <li>{@code BENCH_TABLES}: the sizes of the databases (1000,10000)
 *   <li>{@code BENCH_PRISMA}: {@code build/index.js} of the npm package {@code prisma}, the peer of {@code check}
 *   <li>{@code BENCH_NATIVE}, {@code BENCH_JAR}: a Schemawatch other than that in {@code target}
 *   <li>{@code SCHEMAWATCH_CORPUS}: the folder of real repositories that the tests use too
 * </ul>
 */
public final class ProcessBenchmark {
    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("BENCH_RUNS", "20"));
    private static final int LARGE = 2000;

    private final Page page = new Page();
    private final List<Contestant> forms = Peers.schemawatch();

    private ProcessBenchmark() {}

    /** Measures everything. */
    public static void main(String... arguments) throws Exception {
        new ProcessBenchmark().run();
    }

    private void run() throws Exception {
        if (forms.isEmpty()) {
            throw new IllegalStateException("There is no Schemawatch to measure: " + String.join(", ", Peers.absentForms()));
        }
        PostgresBinaries binaries = PostgresBinaries.installed().orElse(PostgresBinaries.find());
        try (LocalServer server = LocalServer.start(binaries)) {
            Database postgres = new Database(server, "postgres");
            introduction(postgres);
            checks();
            Database watched = Database.create(server, "watched", Repositories.sql(200));
            new DaemonFigures(page, forms, RUNS).write(Repositories.tables(folder(), 200, 20), watched);
            for (String tables : System.getenv().getOrDefault("BENCH_TABLES", "1000,10000").split(",", -1)) {
                drift(server, Peers.pgDump(binaries), Integer.parseInt(tables));
            }
        }
        page.write(Path.of("src/site/markdown/benchmarks.md"));
    }

    private void introduction(Database postgres) throws IOException, SQLException {
        page.add("# Benchmarks");
        page.add("");
        page.add("Written by `./mvnw -Pbench -Dbench.main=dev.schemawatch.bench.process.ProcessBenchmark`. Machine: "
                + Page.machine() + ". Java " + Runtime.version() + ", PostgreSQL "
                + postgres.text("SELECT split_part(current_setting('server_version'), ' ', 1)") + ".");
        page.add("");
        page.add("Times are milliseconds from the start of a process to its end, over " + RUNS
                + " runs after two that do not count; a ratio is one of medians; memory is the most that the kernel"
                + " counted as resident in one run.");
        Peers.absentForms().forEach(page::absent);
    }

    private void checks() throws IOException {
        check("The bundled example", Repositories.demo(folder()), "server/prisma/schema.prisma");
        Optional<Path> real = Repositories.triggerDev(folder());
        if (real.isPresent()) {
            check(
                    "trigger.dev, a real repository of 820 migrations",
                    real.get(),
                    "internal-packages/database/prisma/schema.prisma");
        } else {
            page.absent("trigger.dev (`SCHEMAWATCH_CORPUS` names no folder that holds it)");
        }
        check(
                "A made repository of 820 migrations and 200 models",
                Repositories.tables(folder(), 200, 820),
                "prisma/schema.prisma");
    }

    private void check(String title, Path repository, String schema) throws IOException {
        Comparison comparison = new Comparison();
        forms.forEach(form -> comparison.add(form.with("check")));
        Map<String, String> nobody = Map.of("DATABASE_URL", Database.NOBODYS, "DIRECT_URL", Database.NOBODYS);
        comparison.add(
                Peers.prismaValidate()
                        .map(peer -> peer.with("--schema", repository.resolve(schema).toString()).with(nobody)),
                "`prisma validate` (`BENCH_PRISMA` names no Prisma)");
        comparison.write(
                page,
                "`check`: " + title,
                "A cold process each time. `prisma validate` reads the schema alone, `check` also all migrations and what git holds.",
                repository,
                RUNS);
    }

    private void drift(LocalServer server, Optional<Contestant> pgDump, int tables) throws IOException, SQLException {
        Database database = Database.create(server, "tables_" + tables, Repositories.sql(tables));
        Path repository = Repositories.tables(folder(), tables, 1);
        Comparison comparison = new Comparison();
        forms.forEach(form -> comparison.add(form.with("drift")
                .with(Map.of("DATABASE_URL", database.url(), "SCHEMAWATCH_DRIFT_DEADLINE", "5m"))));
        comparison.add(pgDump.map(peer -> peer.with(database.url())), "`pg_dump -s` (not installed)");
        int runs = tables > LARGE ? Math.max(3, RUNS / 4) : RUNS;
        comparison.write(
                page,
                "`drift`: %,d tables".formatted(tables),
                "Each with 10 columns, a key, two more indexes and a foreign key; PostgreSQL on the same machine, %d runs."
                                .formatted(runs)
                        + " `pg_dump` only reads; `drift` also reads the schema and compares.",
                repository,
                runs);
        UnchangedDatabase.write(page, forms, repository, database);
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("schemawatch-bench-");
    }
}
