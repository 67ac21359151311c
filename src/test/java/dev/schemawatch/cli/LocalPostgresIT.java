package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.Program;
import dev.schemawatch.support.TreeFixture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the program as it is shipped, which brings no PostgreSQL, has one from. */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@EnabledOnOs(OS.LINUX)
class LocalPostgresIT {
    private static final Path DISTRIBUTION = Path.of("/usr/lib/postgresql");
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    @TempDir
    Path folder;

    @TempDir
    Path output;

    @TempDir
    Path cache;

    @BeforeEach
    void make() {
        new TreeFixture(folder)
                .write("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id Int @id
                        }
                        """)
                .write("prisma/migrations/20260101000000_init/migration.sql", """
                        CREATE TABLE "User" ("id" INTEGER NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
                        """);
    }

    @Test
    void is_found_in_the_folder_of_the_distribution() throws Exception {
        assumeThat(DISTRIBUTION).as("a PostgreSQL server of the distribution").isDirectory();
        assertThat(dryRun(Program.packaged(), Map.of())).as(printed()).isEqualTo(ExitStatus.CLEAN.code());
    }

    @Test
    void is_taken_from_a_mirror_once_when_that_is_asked_for() throws Exception {
        assumeThat(succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"))
                .as("a namespace in which the distribution's PostgreSQL can be hidden")
                .isTrue();
        URL archive = PostgresBinaries.class.getClassLoader().getResource(ARCHIVE);
        assumeThat(archive).as("the programs for this machine").isNotNull();
        byte[] jar = Files.readAllBytes(
                Path.of(((JarURLConnection) Objects.requireNonNull(archive).openConnection())
                        .getJarFileURL()
                        .toURI()));
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/maven/io/zonky/test/postgres/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, jar.length);
            exchange.getResponseBody().write(jar);
            exchange.close();
        });
        mirror.start();
        try {
            Map<String, String> environment = Map.of(
                    "SCHEMAWATCH_MAVEN_REPOSITORY",
                    "http://127.0.0.1:" + mirror.getAddress().getPort() + "/maven");
            assertThat(dryRun(withoutDistribution(), environment)).isEqualTo(ExitStatus.FAILED.code());
            assertThat(printed()).contains("--download-postgres");
            assertThat(dryRun(withoutDistribution(), environment, "--download-postgres"))
                    .as(printed())
                    .isEqualTo(ExitStatus.CLEAN.code());
            assertThat(dryRun(withoutDistribution(), environment, "--download-postgres"))
                    .as(printed())
                    .isEqualTo(ExitStatus.CLEAN.code());
            assertThat(asked).hasSize(1);
        } finally {
            mirror.stop(0);
        }
    }

    @Test
    void is_not_to_be_had_where_nothing_can_be_written() throws Exception {
        Path file = Files.createFile(cache.resolve("file"));
        Map<String, String> environment = Map.of(
                "XDG_CACHE_HOME",
                file.toString(),
                "PATH",
                PostgresBinaries.find().folder() + File.pathSeparator + System.getenv("PATH"));
        assertThat(dryRun(Program.packaged(), environment, "--download-postgres"))
                .as(printed())
                .isEqualTo(ExitStatus.FAILED.code());
        assertThat(printed()).contains(file + "/schemawatch", "cannot be written", "XDG_CACHE_HOME", "--shadow-url");
    }

    private int dryRun(Program program, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        Map<String, String> complete = new HashMap<>(Map.of("PATH", path(), "XDG_CACHE_HOME", cache.toString()));
        complete.putAll(environment);
        return program.start(
                        folder,
                        complete,
                        output.resolve("out"),
                        output.resolve("err"),
                        Stream.concat(Stream.of("dry-run"), Stream.of(options)).toArray(String[]::new))
                .waitFor();
    }

    private String printed() throws IOException {
        return Stream.of("out", "err")
                .map(output::resolve)
                .filter(Files::exists)
                .map(LocalPostgresIT::text)
                .collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program where the folder of the distribution is an empty one. */
    private static Program withoutDistribution() {
        String hide = Files.isDirectory(DISTRIBUTION) ? "mount -t tmpfs none " + DISTRIBUTION + " && " : "";
        return new Program(Stream.concat(
                        Stream.of("unshare", "-rm", "sh", "-c", hide + "exec \"$0\" \"$@\""),
                        Program.packaged().command().stream())
                .toList());
    }

    /** That of this process, but for folders with a PostgreSQL server. */
    private static String path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(entry -> !Files.exists(Path.of(entry, "initdb")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
