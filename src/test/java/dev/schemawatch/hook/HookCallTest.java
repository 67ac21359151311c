package dev.schemawatch.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of hooks, run by a real shell. */
class HookCallTest {
    private static final String WARNING = "this commit was not checked";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0,0", "2,2", "78,78", "130,130", "143,143"})
    void hands_on_a_status_that_is_meant(int ended, int expected) throws Exception {
        Path program = program("else where/schema'watch", ended);
        HookCall own = new HookCall(List.of(program.toString()), "a'b \"$c", List.of("--config", "c d"), false);
        assertThat(run(script(own), "")).isEqualTo(new Ended(expected, "-C a'b \"$c --config c d hook run\n"));
        program("bin/schemawatch", ended);
        HookCall shared = new HookCall(List.of(), "a'b \"$c", List.of("--config", "c d"), false);
        assertThat(run(script(shared), "bin")).isEqualTo(new Ended(expected, "-C a'b \"$c --config c d hook run\n"));
        assertThat(run(shared.command(), "bin")).isEqualTo(new Ended(expected, "-C a'b \"$c --config c d hook run\n"));
    }

    @ParameterizedTest
    @CsvSource({"1", "64", "126", "134", "139"})
    void lets_a_commit_pass_when_the_program_fails_unless_told_otherwise(int ended) throws Exception {
        program("bin/schemawatch", ended);
        HookCall passing = new HookCall(List.of("/no/such/schemawatch"), "", List.of(), false);
        HookCall blocking = new HookCall(List.of("/no/such/schemawatch"), "", List.of(), true);
        assertThat(run(script(passing), "bin").status()).isZero();
        assertThat(run(script(passing), "bin").output()).contains(WARNING, "status " + ended);
        assertThat(run(passing.command(), "bin").status()).isZero();
        assertThat(run(script(blocking), "bin").status()).isEqualTo(1);
        assertThat(run(blocking.command(), "bin").status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"false,0", "true,1"})
    void lets_a_commit_pass_where_there_is_no_program_unless_told_otherwise(boolean blocks, int expected)
            throws Exception {
        HookCall call = new HookCall(List.of(), "", List.of(), blocks);
        for (String text : List.of(script(call), call.command())) {
            Ended ended = run(text, "nowhere");
            assertThat(ended.status()).isEqualTo(expected);
            assertThat(ended.output()).contains(WARNING);
        }
    }

    private static String script(HookCall call) {
        return "set -eu\n" + String.join("\n", HookCall.lines(List.of(call))) + "\n";
    }

    /** Prints its arguments and ends like that. */
    private Path program(String name, int status) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\necho \"$*\"\nexit " + status + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private Ended run(String script, String path) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve(path) + ":/usr/bin:/bin");
        Process shell = builder.start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(shell.waitFor(), output);
    }

    private record Ended(int status, String output) {}
}
