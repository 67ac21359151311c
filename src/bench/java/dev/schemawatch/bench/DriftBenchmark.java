package dev.schemawatch.bench;

import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.SchemaDiffer;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.scratch.LocalDatabase;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.prisma.SchemaLowering;
import dev.schemawatch.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A look at many tables and their comparison, beside {@code pg_dump -s} on the same server where there is one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class DriftBenchmark {
    private static final int TABLES_PER_SCRIPT = 200;

    @Param({"1000", "10000"})
    private int tables;

    private LocalServer server;
    private DatabaseSchema expected;
    private DatabasePoll poll;

    /** Makes the tables, and makes sure that there is no drift. */
    @Setup
    public void make() throws IOException {
        ManyTables many = new ManyTables(tables);
        expected = lowered(many.prisma());
        server = LocalServer.start(PostgresBinaries.find());
        try (LocalDatabase database = LocalDatabase.create(server, "many")) {
            for (int from = 0; from < tables; from += TABLES_PER_SCRIPT) {
                database.execute(many.sql(from, from + TABLES_PER_SCRIPT));
            }
            database.execute("ANALYZE");
        }
        ConnectionUrl url = ((ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(server.url("many"))).url();
        poll = DatabasePoll.once(url, Path.of("."), Duration.ofMinutes(1)); // one that keeps its connection would remember
        if (!lookAndCompare().differences().isEmpty()) {
            throw new IllegalStateException("the tables are not those that the schema expects");
        }
    }

    /** Stops the server. */
    @TearDown
    public void end() {
        poll.close();
        server.close();
    }

    /** The session is kept, as the daemon keeps it. */
    @Benchmark
    public Drift lookAndCompare() {
        Available seen = available(poll.look(Optional.of(expected)));
        return new SchemaDiffer(seen.comparer()).diff(expected, seen.schema());
    }

    /** Nothing is asked that depends on the schema. */
    @Benchmark
    public DatabaseState look() {
        return available(poll.look(Optional.empty()));
    }

    /** Reads the same catalog, and locks every table while it does. */
    @Benchmark
    public int pgDump() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        pgDumpProgram(), "-s", "-h", "127.0.0.1", "-p", String.valueOf(server.port()), "-U", LocalServer.USER, "many")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pg_dump failed: it may be older than the server");
        }
        return process.exitValue();
    }

    private static String pgDumpProgram() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return "pg_dump";
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin/pg_dump"))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo)
                    .map(Path::toString)
                    .orElse("pg_dump");
        }
    }

    private static DatabaseSchema lowered(String text) {
        var tree = PrismaParser.parse("schema.prisma", text).value();
        return SchemaLowering.lower(PrismaSchemaResolver.resolve(List.of(tree)), 6, "public").expected();
    }

    private static Available available(DatabaseState state) {
        return switch (state) {
            case Available available -> available;
            case Unavailable(var _, String message) -> throw new IllegalStateException(message);
        };
    }
}
