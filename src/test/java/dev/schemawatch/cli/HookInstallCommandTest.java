package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real commits with the hook in place, and every byte back without it. */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HookInstallCommandTest {
    private static final String SCHEMA = "prisma/schema.prisma";
    private static final String MIGRATIONS = "prisma/migrations/";
    private static final String GOOD = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id Int @id
            }
            """;
    private static final String CHANGED = GOOD.replace("@id\n", "@id\n  phone String?\n");

    @TempDir
    Path folder;

    private TreeFixture tree;
    private CommandHarness command;
    private Path hook;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
        hook = folder.resolve(".git/hooks/pre-commit");
        tree = new TreeFixture(folder)
                .git("init", "-q")
                .write(SCHEMA, GOOD)
                .write(MIGRATIONS + "1_init/migration.sql", "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL);\n")
                .write(MIGRATIONS + "migration_lock.toml", "provider = \"postgresql\"\n")
                .git("add", ".")
                .git("commit", "-qm", "first");
    }

    @Test
    void a_commit_without_its_migration_is_stopped_and_goes_through_with_it() {
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        tree.write(SCHEMA, CHANGED)
                .write(MIGRATIONS + "2_phone/migration.sql", "ALTER TABLE \"User\" ADD \"phone\" TEXT;\n");

        Attempt all = commit("-qam", "without");
        assertThat(all.output())
                .contains("schema-changed-without-migration", MIGRATIONS + "2_phone/", "Commit stopped");
        assertThat(all.status()).isNotZero();
        assertThat(commit("-qm", "one file", SCHEMA).status()).isNotZero();

        tree.git("add", MIGRATIONS);
        assertThat(commit("-qam", "with")).isEqualTo(new Attempt(0, ""));
    }

    @Test
    void a_hook_that_was_there_runs_first_in_its_own_language_and_comes_back() throws IOException {
        write(hook, "#!/bin/cat\r\nit was here before\r\n", "rwxr-x--x");
        Map<String, String> before = snapshot(folder.resolve(".git/hooks"));

        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        Map<String, String> installed = snapshot(folder.resolve(".git/hooks"));
        assertThat(command.run("hook", "install").endsWith(ExitStatus.CLEAN).out())
                .contains("Installed already");
        assertThat(snapshot(folder.resolve(".git/hooks"))).isEqualTo(installed);
        tree.write("note.txt", "x").git("add", ".");

        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(snapshot(folder.resolve(".git/hooks"))).isEqualTo(before);
    }

    @Test
    void what_the_hook_from_before_says_still_decides() throws IOException {
        write(hook, "#!/bin/sh\necho from before\nexit 1\n", "rwxr-xr-x");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        tree.write("note.txt", "x").git("add", ".");
        Attempt attempt = commit("-qm", "note");
        assertThat(attempt.output()).contains("from before");
        assertThat(attempt.status()).isNotZero();
    }

    @Test
    void a_hook_that_git_passed_over_is_not_woken() throws IOException {
        write(hook, "#!/bin/sh\nexit 1\n", "rw-r--r--");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        tree.write("note.txt", "x").git("add", ".");
        assertThat(commit("-qm", "note").status()).isZero();
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hook)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void a_link_to_a_script_of_the_repository_stays_one() throws IOException {
        Files.createDirectories(hook.resolveSibling(""));
        Files.createSymbolicLink(hook, Path.of("../../scripts/check.sh"));
        tree.write("scripts/check.sh", "#!/bin/sh\n");
        Map<String, String> before = snapshot(hook.resolveSibling(""));
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        assertThat(folder.resolve("scripts/check.sh")).hasContent("#!/bin/sh\n");
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(snapshot(hook.resolveSibling(""))).isEqualTo(before);
    }

    @Test
    void a_folder_of_hooks_that_was_not_there_goes_again() throws IOException {
        tree.delete(".git/hooks");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        assertThat(hook).isExecutable();
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(hook.resolveSibling("")).doesNotExist();
    }

    @Test
    void works_in_a_worktree(@TempDir Path elsewhere) {
        Path worktree = elsewhere.resolve("wt");
        tree.git("worktree", "add", "-q", worktree.toString());
        new CommandHarness(worktree).run("hook", "install").endsWith(ExitStatus.CLEAN);
        TreeFixture other = new TreeFixture(worktree).write(SCHEMA, CHANGED).git("add", ".");
        assertThat(commit(other, "-qm", "without").output()).contains("schema-changed-without-migration");
    }

    @Test
    void works_in_a_submodule(@TempDir Path elsewhere) {
        TreeFixture outer = new TreeFixture(elsewhere)
                .git("init", "-q")
                .write("schemawatch.yaml", "not: mine\n")
                .git("-c", "protocol.file.allow=always", "submodule", "add", "-q", folder.toString(), "inner");
        TreeFixture inner = new TreeFixture(outer.root().resolve("inner"));
        new CommandHarness(inner.root())
                .variable("SCHEMAWATCH_CONFIG", "none.yaml")
                .run("hook", "install")
                .endsWith(ExitStatus.CONFIGURATION);
        outer.delete("schemawatch.yaml");
        new CommandHarness(inner.root()).run("hook", "install").endsWith(ExitStatus.CLEAN);
        outer.write("schemawatch.yaml", "not: mine\n");
        inner.write(SCHEMA, CHANGED).git("add", ".");
        assertThat(commit(inner, "-qm", "without").output()).contains("schema-changed-without-migration");
    }

    @Test
    void works_for_a_folder_with_a_configuration_of_its_own() {
        tree.write("it's \"$HOME\"/schemawatch.yaml", "schema: schema.prisma\n")
                .write("it's \"$HOME\"/schema.prisma", GOOD)
                .write("it's \"$HOME\"/migrations/1_init/migration.sql", "SELECT 1;")
                .git("add", ".")
                .git("commit", "-qm", "second");
        command.run("-C", "it's \"$HOME\"", "hook", "install").endsWith(ExitStatus.CLEAN);
        tree.write("it's \"$HOME\"/schema.prisma", CHANGED).git("add", ".");
        assertThat(commit("-qm", "without").output())
                .contains("schema.prisma:8:3: error schema-changed-without-migration");
    }

    @Test
    void adds_to_a_script_in_a_shared_folder_of_hooks_without_a_path_of_this_machine() throws IOException {
        tree.git("config", "core.hooksPath", ".githooks");
        Path shared = folder.resolve(".githooks/pre-commit");
        write(shared, "#!/usr/bin/env bash\nset -e\nexec true", "rwxr-xr-x");
        Map<String, String> before = snapshot(shared.resolveSibling(""));
        assertThat(command.run("hook", "install").endsWith(ExitStatus.CLEAN).out())
                .contains("Commit the file");
        assertThat(shared)
                .content()
                .startsWith("#!/usr/bin/env bash\n# schemawatch: begin")
                .endsWith("\nset -e\nexec true");
        assertThat(shared).content().doesNotContain(System.getProperty("java.home"));
        command.run("hook", "status").endsWith(ExitStatus.CLEAN);
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(snapshot(shared.resolveSibling(""))).isEqualTo(before);
    }

    @Test
    void follows_the_manager_that_the_repository_uses() {
        tree.write("lefthook.yml", "pre-commit:\n  commands:\n    lint:\n      run: npm run lint\n");
        assertThat(command.run("hook", "install").endsWith(ExitStatus.CLEAN).out())
                .contains("lefthook.yml", "Lefthook is not set up");
        assertThat(command.run("hook", "status").endsWith(ExitStatus.FINDINGS).out())
                .contains("npx lefthook install");
        assertThat(command.run("hook", "install", "--with", "git")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("Taken out of lefthook.yml", "Installed in .git/hooks/pre-commit");
        assertThat(command.run("hook", "status").endsWith(ExitStatus.CLEAN).out())
                .contains("for git");
    }

    @Test
    void says_where_no_hook_can_be(@TempDir Path elsewhere) {
        assertThat(new CommandHarness(elsewhere)
                        .run("hook", "install")
                        .endsWith(ExitStatus.FAILED)
                        .err())
                .contains("is not in a git repository");
        new TreeFixture(elsewhere).git("init", "-q", "--bare");
        assertThat(new CommandHarness(elsewhere)
                        .run("hook", "install")
                        .endsWith(ExitStatus.FAILED)
                        .err())
                .contains("bare repository");
    }

    @Test
    void leaves_everything_where_a_folder_cannot_be_written() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may write everywhere")
                .isNotEqualTo("root");
        write(hook, "#!/bin/sh\n", "rwxr-xr-x");
        Files.setPosixFilePermissions(hook.resolveSibling(""), PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(command.run("hook", "install").endsWith(ExitStatus.FAILED).err())
                .contains("permission denied");
        assertThat(hook).hasContent("#!/bin/sh\n");
        Files.setPosixFilePermissions(hook.resolveSibling(""), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void two_projects_are_checked_side_by_side_whatever_runs_the_hooks() {
        for (String name : List.of("api", "b\u00fc'ro")) {
            tree.write(name + "/schemawatch.yaml", "schema: schema.prisma\n")
                    .write(name + "/schema.prisma", GOOD)
                    .write(name + "/migrations/1_init/migration.sql", "SELECT 1;");
        }
        tree.git("add", ".").git("commit", "-qm", "two");
        for (String manager : List.of("git", "husky", "lefthook", "pre-commit")) {
            command.run("-C", "api", "hook", "install", "--with", manager).endsWith(ExitStatus.CLEAN);
            assertThat(command.run("-C", "b\u00fc'ro", "hook", "status")
                            .endsWith(ExitStatus.FINDINGS)
                            .out())
                    .contains("for api alone");
            command.run("-C", "b\u00fc'ro", "hook", "install", "--with", manager)
                    .endsWith(ExitStatus.CLEAN);
            assertThat(command.run("-C", "api", "hook", "install", "--with", manager)
                            .endsWith(ExitStatus.CLEAN)
                            .out())
                    .contains("Installed already");
            for (String name : List.of("api", "b\u00fc'ro")) {
                assertThat(command.run("-C", name, "hook", "status").out()).contains("; it checks " + name + ".");
            }
            assertThat(command.run("hook", "uninstall")
                            .endsWith(ExitStatus.CLEAN)
                            .out())
                    .contains("for api, b\u00fc'ro alone");
            command.run("-C", "api", "hook", "uninstall").endsWith(ExitStatus.CLEAN);
            assertThat(command.run("-C", "b\u00fc'ro", "hook", "status").out()).contains("it checks b\u00fc'ro.");
            assertThat(command.run("-C", "b\u00fc'ro", "hook", "uninstall")
                            .endsWith(ExitStatus.CLEAN)
                            .out())
                    .contains("as it was before");
        }
        for (String name : List.of("api", "b\u00fc'ro")) {
            command.run("-C", name, "hook", "install", "--with", "git").endsWith(ExitStatus.CLEAN);
        }
        for (String name : List.of("api", "b\u00fc'ro")) {
            tree.write(name + "/schema.prisma", CHANGED).git("add", ".");
            assertThat(commit("-qm", "without").output())
                    .contains("schema.prisma:8:3: error schema-changed-without-migration");
            tree.git("reset", "-q", "--hard");
        }
    }

    @Test
    void lines_that_people_added_to_the_hook_stay() throws IOException {
        write(hook, "#!/bin/sh\necho from before\n", "rwxr-xr-x");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        Files.writeString(hook, "echo of mine \u00e9", StandardOpenOption.APPEND);
        String mine = Files.readString(hook);
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        assertThat(hook).hasContent(mine);
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(hook).content().endsWith("echo of mine \u00e9").doesNotContain("schemawatch_check");
        tree.write("note.txt", "x").git("add", ".");
        assertThat(commit("-qm", "note").output()).contains("from before", "of mine");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        assertThat(hook).hasContent(mine);

        tree.delete(".git/hooks");
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        Files.writeString(hook, "echo of mine\n", StandardOpenOption.APPEND);
        command.run("hook", "uninstall").endsWith(ExitStatus.CLEAN);
        assertThat(hook).content().isEqualTo("#!/bin/sh\necho of mine\n");
    }

    @Test
    void options_of_the_installation_hold_in_the_hook() {
        tree.write("conf/hook.yaml", "hook:\n  fail-on: warning\n")
                .write("db/schema.prisma", GOOD)
                .write("db/migrations/1_init/migration.sql", "SELECT 1;")
                .git("add", ".")
                .git("commit", "-qm", "second");
        command.run(
                        "--config",
                        "conf/hook.yaml",
                        "--schema",
                        "db/schema.prisma",
                        "--migrations",
                        "db/migrations",
                        "hook",
                        "install")
                .endsWith(ExitStatus.CLEAN);
        assertThat(hook)
                .content()
                .contains(
                        "--config 'conf/hook.yaml' --schema 'db/schema.prisma' --migrations 'db/migrations' hook run");
        tree.write("db/schema.prisma", CHANGED).git("add", ".");
        assertThat(commit("-qm", "without").output()).contains("db/schema.prisma:8:3: error");
    }

    @Test
    void what_husky_generates_is_left_alone() {
        tree.git("config", "core.hooksPath", ".husky/_").write(".husky/_/pre-commit", "#!/bin/sh\n");
        assertThat(command.run("hook", "install", "--with", "git")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .contains("Installed in .husky/pre-commit");
        assertThat(folder.resolve(".husky/pre-commit")).content().contains("schemawatch_check");
        assertThat(folder.resolve(".husky/_/pre-commit")).hasContent("#!/bin/sh\n");
    }

    @Test
    void status_notices_that_the_program_is_gone() throws IOException {
        command.run("hook", "install").endsWith(ExitStatus.CLEAN);
        Files.writeString(hook, Files.readString(hook).replaceAll("(?m)(if \\[ -x|^   ) '/[^']*'", "$1 '/no/such'"));
        assertThat(command.run("hook", "status").endsWith(ExitStatus.FINDINGS).out())
                .contains("/no/such, which is gone");
    }

    private Attempt commit(String... arguments) {
        return commit(tree, arguments);
    }

    private static Attempt commit(TreeFixture tree, String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(
                                    Stream.of("git", "-c", "user.name=F", "-c", "user.email=f@example.org", "commit"),
                                    Stream.of(arguments))
                            .toList())
                    .directory(tree.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Attempt(git.waitFor(), output);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private record Attempt(int status, String output) {}

    private static void write(Path file, String text, String permissions) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** Every file with its permissions and bytes. */
    private static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        file.getFileName().toString(),
                        Files.isSymbolicLink(file)
                                ? "-> " + Files.readSymbolicLink(file)
                                : Files.getPosixFilePermissions(file) + " "
                                        + List.of(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }
}
