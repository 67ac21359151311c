package dev.schemawatch.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the action, with stand-ins for Schemawatch, for GitHub's client and for the download. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ActionScriptsTest {
    private static final Path SCRIPTS = Path.of(".github/actions/schemawatch").toAbsolutePath();
    private static final String MARKER = "<!-- schemawatch:check -->";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        assumeThat(Path.of("/bin/bash")).as("bash is here").exists();
        Files.createDirectories(folder.resolve("bin"));
        environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        environment.put("RUNNER_TEMP", folder.resolve("temp").toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        Files.createDirectories(folder.resolve("temp"));
    }

    @Test
    void runs_every_command_with_every_report_and_tells_the_worst_status() throws Exception {
        program("schemawatch", """
                echo "$* annotations=$SCHEMAWATCH_ANNOTATIONS" >> "%s/calls"
                case "$3" in check) exit 2 ;; env) exit 1 ;; esac
                """.formatted(folder));
        environment.putAll(Map.of(
                "SCHEMAWATCH",
                "schemawatch",
                "COMMANDS",
                "check env\ndry-run",
                "DIRECTORY",
                "a b",
                "FAIL_ON",
                "warning",
                "FOR",
                ".env.example",
                "SERVER_URL",
                "postgresql://here",
                "SCHEMA",
                ""));
        Ended ended = run("run.sh");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("-C a b check --fail-on warning --output sarif=" + folder)
                .contains("markdown=");
        assertThat(folder.resolve("calls"))
                .content()
                .containsSubsequence(
                        " env --fail-on warning --for .env.example ", " dry-run ", "--server-url postgresql")
                .containsOnlyOnce("--for")
                .containsOnlyOnce("--server-url")
                .contains(" annotations=3\n");
        assertThat(folder.resolve("output")).content().contains("status=1\n");
    }

    @Test
    void runs_nothing_that_a_workflow_did_not_mean() throws Exception {
        environment.putAll(Map.of(
                "SCHEMAWATCH", "false", "COMMANDS", "check; rm", "DIRECTORY", ".", "FAIL_ON", "", "SCHEMA", "x"));
        assertThat(run("run.sh").code()).isEqualTo(1);
    }

    @Test
    void begins_a_comment_where_there_is_none() throws Exception {
        comment("### Schemawatch check: 1 error", "");
        assertThat(calls()).contains("api --silent repos/o/r/issues/7/comments --field body=@");
    }

    @Test
    void edits_the_comment_that_begins_with_the_marker() throws Exception {
        comment("### Schemawatch check: no findings", "4711");
        assertThat(calls()).contains("api --silent --method PATCH repos/o/r/issues/comments/4711 --field body=@");
    }

    @Test
    void begins_no_comment_to_say_that_there_is_nothing_to_say() throws Exception {
        comment("### Schemawatch check: no findings", "");
        assertThat(calls()).doesNotContain("--field");
    }

    @Test
    void a_token_that_may_not_write_is_no_failure() throws Exception {
        assertThat(comment("### Schemawatch check: 1 error", "", "exit 1").printed())
                .contains("::notice ");
    }

    @Test
    void runs_no_download_without_its_checksum() throws Exception {
        download("0000");
        Ended ended = run("install.sh");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed()).contains("checksum");
        assertThat(folder.resolve("temp/schemawatch-bin/schemawatch-linux-x64")).doesNotExist();
    }

    @Test
    void runs_a_download_with_its_checksum() throws Exception {
        download("$(printf 'program\\n' | sha256sum | cut -d ' ' -f 1)");
        Ended ended = run("install.sh");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(folder.resolve("temp/schemawatch-bin/schemawatch-linux-x64")).isExecutable();
        assertThat(ended.printed()).contains("/releases/download/v1.2.3/schemawatch-linux-x64");
    }

    @Test
    void takes_the_program_that_it_is_given() throws Exception {
        program("mine", "");
        environment.putAll(Map.of("BINARY", folder.resolve("bin/mine").toString(), "VERSION", "latest"));
        assertThat(run("install.sh").code()).isZero();
        assertThat(folder.resolve("output")).hasContent("binary=" + folder.resolve("bin/mine"));
    }

    private void download(String checksum) throws IOException {
        environment.putAll(Map.of("BINARY", "", "VERSION", "v1.2.3", "RUNNER_OS", "Linux", "RUNNER_ARCH", "X64"));
        program("curl", """
                echo "$*"
                printf 'program\\n' > schemawatch-linux-x64
                echo "%s  schemawatch-linux-x64" > SHA256SUMS
                """.formatted(checksum));
    }

    private void comment(String heading, String earlier) throws Exception {
        Ended ended = comment(heading, earlier, "");
        assertThat(ended.printed()).doesNotContain("::notice");
    }

    private Ended comment(String heading, String earlier, String onWriting) throws Exception {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(reports.resolve("check.md"), MARKER + "\n" + heading + "\n");
        program("gh", """
                echo "$*" >> "%s/calls"
                case "$*" in
                  *--paginate*) [ "$marker" = '%s' ] && [ -z "%s" ] || echo "%s" ;;
                  *) %s ;;
                esac
                """.formatted(folder, MARKER, earlier, earlier, onWriting.isEmpty() ? ":" : onWriting));
        environment.putAll(Map.of(
                "REPORTS", reports.toString(), "GITHUB_REPOSITORY", "o/r", "PULL_REQUEST", "7", "GH_TOKEN", "canary"));
        Ended ended = run("comment.sh");
        assertThat(ended.code()).as(ended.printed()).isZero();
        return ended;
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash", SCRIPTS.resolve(script).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private record Ended(int code, String printed) {}
}
