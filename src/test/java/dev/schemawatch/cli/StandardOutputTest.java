package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("program")
class StandardOutputTest {
    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        new CommandHarness(folder).file("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check --format json", "env", "env --format junit", "rules", "init --print", "--help"})
    void a_full_disk_ends_a_command_with_1_and_a_sentence(String command) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");

        Ended ended = shell("\"$@\" " + command + " > /dev/full");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines())
                .last()
                .asString()
                .startsWith("Standard output cannot be written (")
                .endsWith("Send it elsewhere.");
    }

    @Test
    void so_does_an_output_that_is_closed() throws Exception {
        Ended ended = shell("\"$@\" check --format json >&-");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("Standard output cannot be written (");
    }

    @Test
    void a_reader_that_has_gone_is_no_matter_for_words() throws Exception {
        Ended ended = shell("{ while [ ! -e closed ]; do sleep 0.05; done; \"$@\" rules; echo $? > status; } |"
                + " { exec < /dev/null; : > closed; while [ ! -e status ]; do sleep 0.05; done; }");

        assertThat(folder.resolve("status")).hasContent("1");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_failure_keeps_its_own_status() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");

        new CommandHarness(folder).file("schemawatch.yaml", "nothing: true\n");

        Ended ended = shell("\"$@\" check --format json > /dev/full");

        assertThat(ended.status()).isEqualTo(ExitStatus.CONFIGURATION.code());
    }

    /** Runs a script in which {@code "$@"} is the program. */
    private Ended shell(String script) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        line.addAll(Program.underTest().command());
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return new Ended(process.waitFor(), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Ended(int status, String err) {}
}
