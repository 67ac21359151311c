package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemawatch.support.CommandHarness;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each script is read by the shell that it is for, where that is installed. */
@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CompletionCommandTest {
    /** Completes the last of its arguments as bash does: by the function that {@code complete} was told of. */
    private static final String BASH = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            function=$(complete -p schemawatch | sed 's/.* -F \\([^ ]*\\).*/\\1/')
            $function schemawatch "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void every_command_is_in_the_script(CompletionCommand.Shell shell) {
        String script = new CommandHarness(folder)
                .run("completion", shell.toString())
                .endsWith(ExitStatus.CLEAN)
                .out();
        assertThat(RootTest.commands().flatMap(List::stream))
                .allSatisfy(name -> assertThat(script).contains(name));
    }

    @ParameterizedTest
    @CsvSource({
        "schemawatch doc, doctor",
        "schemawatch drift --data, --database",
        "schemawatch check --fail-on w, warning",
        "schemawatch -C /tmp conf, config",
        "schemawatch completion fi, fish",
        "schemawatch hook r, run",
        "schemawatch explain dropped-t, dropped-table",
        "schemawatch check --format sa, sarif",
        "schemawatch check --output ju, junit=schemawatch.xml",
        "schemawatch env --for te, test",
        "schemawatch env --for .env.t, .env.test",
        "schemawatch check --schema ser, server",
        "schemawatch check --migrations ser, server",
        "schemawatch check --config sch, schemawatch.yaml",
        "schemawatch check --format = js, json",
        "schemawatch check --fail-on = er, error",
        "schemawatch check --fail-on =, warning",
        "schemawatch check --config = sch, schemawatch.yaml",
        "schemawatch check --format = json --fail-on = w, warning",
        "schemawatch --config = x.yaml conf, config"
    })
    void bash_completes(String line, String word) throws Exception {
        new CommandHarness(folder)
                .file("server/prisma/schema.prisma", "")
                .file("schemawatch.yaml", "")
                .file(".env.test", "");
        Path script = script("bash");
        assertThat(run("bash", "-n", script.toString())).isEmpty();
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", BASH, "bash", script.toString()));
        command.addAll(List.of(line.split(" ", -1)));
        assertThat(run(command.toArray(String[]::new))).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "schemawatch doc, doctor",
        "schemawatch drift --data, --database",
        "schemawatch check --fail-on w, warning",
        "schemawatch -C /tmp conf, config",
        "schemawatch completion fi, fish",
        "schemawatch hook r, run",
        "schemawatch explain dropped-t, dropped-table",
        "schemawatch check --format sa, sarif",
        "schemawatch check --output ju, junit=schemawatch.xml",
        "schemawatch env --for te, test",
        "schemawatch check --no-c, --no-color"
    })
    void fish_completes(String line, String word) throws Exception {
        String source = "source '" + script("fish") + "'; complete -C '" + line + "'";
        assertThat(run("fish", "--no-config", "-c", source)).anyMatch(shown -> shown.split("\t", 2)[0].equals(word));
    }

    @Test
    void zsh_takes_the_script() throws Exception {
        assertThat(run("zsh", "-f", "-c", "source '" + script("zsh") + "' && print -r -- ${_comps[schemawatch]}"))
                .last()
                .asString()
                .contains("_complete_schemawatch");
    }

    @Test
    void another_shell_is_wrong_usage() {
        assertThat(new CommandHarness(folder)
                        .run("completion", "csh")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("csh", "BASH, ZSH, FISH", "schemawatch completion --help");
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(
                folder.resolve("completion"),
                new CommandHarness(folder).run("completion", shell).out());
    }

    /** The lines that a program of this machine prints; skips the test where there is no such program. */
    private List<String> run(String... command) throws Exception {
        assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }
}
