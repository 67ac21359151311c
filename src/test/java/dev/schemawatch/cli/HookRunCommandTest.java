package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.CommandHarness.Result;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is about to be committed is judged by what is staged, whatever lies in the working tree. */
@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HookRunCommandTest {
    private static final String SCHEMA = "prisma/schema.prisma";
    private static final String FIRST = "prisma/migrations/20240101000000_init/migration.sql";
    private static final String SECOND = "prisma/migrations/20240201000000_phone/migration.sql";
    private static final String GOOD = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            model User {
              id    Int    @id
              email String @unique
            }
            """;
    private static final String WITH_PHONE = GOOD.replace("@unique\n", "@unique\n  phone String?\n");
    private static final String BROKEN = GOOD.replace("String @unique", "Strin @unique");

    @TempDir
    Path folder;

    private TreeFixture tree;
    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
        tree = new TreeFixture(folder)
                .git("init", "-q")
                .write(SCHEMA, GOOD)
                .write(FIRST, "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL, \"email\" TEXT NOT NULL);\n")
                .write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
                .git("add", ".")
                .git("commit", "-qm", "first");
    }

    @Test
    void stops_an_edit_of_a_merged_migration_and_lets_one_of_the_branch_pass() {
        tree.git("branch", "-M", "main")
                .git("checkout", "-qb", "feature")
                .write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" VARCHAR(20);\n")
                .git("add", ".")
                .git("commit", "-qm", "second")
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", ".");
        command.run("hook", "run").endsWith(ExitStatus.CLEAN);

        tree.write(FIRST, "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL);\n").git("add", ".");
        Result result = command.run("hook", "run").endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .contains(FIRST + ":1:1: error edited-merged-migration: main has this migration already");
    }

    @Test
    void stops_a_schema_whose_migration_is_not_staged_and_names_it() {
        tree.write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", SCHEMA);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ":9:3: error schema-changed-without-migration: ")
                .contains("prisma/migrations/20240201000000_phone/")
                .contains("Commit stopped", "--no-verify");

        tree.git("add", SECOND);
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
    }

    @Test
    void names_an_empty_folder_of_a_migration_which_git_cannot_hold() {
        tree.write(SCHEMA, WITH_PHONE)
                .folder("prisma/migrations/20240201000000_phone")
                .git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("prisma/migrations/20240201000000_phone/");
    }

    @Test
    void an_empty_folder_of_a_migration_stops_a_staged_schema_alone() {
        tree.folder("prisma/migrations/20240201000000_phone")
                .write("prisma/migrations/3_more/migration.sql", "CREATE INDEX \"a\" ON \"User\" (\"email\");\n")
                .git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CLEAN).out())
                .contains("warning: empty, so that git cannot hold it: prisma/migrations/20240201000000_phone/");
        tree.write(SCHEMA, GOOD + "// later\n").git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("error: empty, ", "Commit stopped");
    }

    @Test
    void judges_a_change_by_its_meaning() {
        tree.write(
                        SCHEMA,
                        GOOD.replace("model User", "/// People.\nmodel User")
                                .replace("  id    Int    @id\n", "")
                                .replace("@unique\n", "@unique\n  // key\n  id Int @id\n  secret String? @ignore\n"))
                .git("add", ".");
        Result result = command.run("hook", "run");
        assertThat(result.out()).contains("User.secret").doesNotContain("User.id", "User.email");

        tree.write(SCHEMA, GOOD.replace("model User", "/// People.\nmodel User"))
                .git("add", ".");
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
    }

    @Test
    void only_mentions_what_was_there_before() {
        tree.write("packages/a/prisma/schema.prisma", BROKEN).git("add", ".").git("commit", "-qm", "broken");
        tree.write(SCHEMA, "// a comment\n" + GOOD).git("add", ".");
        Result result = command.run("hook", "run").endsWith(ExitStatus.CLEAN);
        assertThat(result.out().lines())
                .singleElement()
                .asString()
                .startsWith("There before: 2 errors")
                .contains("schemawatch check");

        tree.write(SCHEMA, BROKEN).git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ":8:")
                .doesNotContain("packages/a");
    }

    @Test
    void says_nothing_about_a_commit_that_touches_nothing_it_reads() {
        tree.write(SCHEMA, BROKEN).git("add", ".").git("commit", "-qm", "broken");
        tree.write("src/code.ts", "export {};\n").git("add", ".");
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
    }

    @Test
    void does_not_see_the_working_tree() {
        tree.write(SCHEMA, BROKEN).write(".env", "A=${");
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
        tree.git("add", SCHEMA).write(SCHEMA, GOOD);
        command.run("hook", "run").endsWith(ExitStatus.FINDINGS);
    }

    @Test
    void takes_a_file_that_is_only_intended_to_be_added_for_none() {
        tree.write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", SCHEMA)
                .git("add", "--intent-to-add", SECOND);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("schema-changed-without-migration")
                .doesNotContain("empty-migration-file");
    }

    @Test
    void says_that_a_conflict_is_not_resolved() throws Exception {
        tree.git("checkout", "-qb", "other")
                .write(SCHEMA, WITH_PHONE)
                .git("commit", "-qam", "theirs")
                .git("checkout", "-q", "-")
                .write(SCHEMA, GOOD.replace("@unique\n", "@unique\n  mail String?\n"))
                .git("commit", "-qam", "ours");
        new ProcessBuilder("git", "merge", "other")
                .directory(folder.toFile())
                .start()
                .waitFor();
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ": error unreadable-file: ", "conflict");
    }

    @Test
    void counts_what_a_merge_brings_from_the_other_side_as_known() throws Exception {
        tree.git("checkout", "-qb", "other")
                .write("packages/a/prisma/schema.prisma", BROKEN)
                .git("add", ".")
                .git("commit", "-qm", "theirs")
                .git("checkout", "-q", "-")
                .write("note.txt", "ours")
                .git("add", ".")
                .git("commit", "-qm", "ours")
                .git("merge", "-q", "--no-commit", "other");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CLEAN).out()).startsWith("There before: 2 errors");
    }

    @Test
    void judges_the_first_commit_whole() throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        new TreeFixture(fresh)
                .git("init", "-q")
                .write(SCHEMA, BROKEN)
                .write(FIRST, "SELECT 1;")
                .git("add", ".");
        assertThat(new CommandHarness(fresh)
                        .run("hook", "run")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(SCHEMA + ":8:");
    }

    @Test
    void reads_the_index_that_git_names() throws Exception {
        tree.write(SCHEMA, BROKEN);
        Path index = folder.resolve(".git/other-index");
        Files.copy(folder.resolve(".git/index"), index);
        ProcessBuilder add = new ProcessBuilder("git", "add", SCHEMA).directory(folder.toFile());
        add.environment().put("GIT_INDEX_FILE", index.toString());
        assertThat(add.start().waitFor()).isZero();

        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
        command.variable("GIT_INDEX_FILE", ".git/other-index").variable("GIT_DIR", ".git");
        command.run("hook", "run").endsWith(ExitStatus.FINDINGS);
    }

    @Test
    void follows_the_configuration_as_it_is_staged() {
        tree.write(
                        "schemawatch.yaml",
                        "hook:\n  fail-on: warning\nrules:\n  schema-changed-without-migration: warning\n")
                .write(SCHEMA, WITH_PHONE)
                .git("add", ".");
        command.run("hook", "run").endsWith(ExitStatus.FINDINGS);
        tree.write("schemawatch.yaml", "rules:\n  schema-changed-without-migration: warning\n")
                .git("add", ".")
                .write("schemawatch.yaml", "hook:\n  fail-on: info\n");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CLEAN).out())
                .contains("warning schema-changed-without-migration", "This commit brings in 1 warning.");
    }

    @Test
    void stops_a_configuration_that_cannot_be_read() {
        tree.write("schemawatch.yaml", "shema: x\n").git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CONFIGURATION).err())
                .contains("schemawatch.yaml:1:1: There is no key shema.", "is stopped");

        tree.git("commit", "-qm", "config").write(SCHEMA, WITH_PHONE).git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CLEAN).err()).contains("was not checked");
    }

    @Test
    void works_for_a_folder_of_the_repository_that_has_a_configuration_of_its_own() {
        tree.write("server/schemawatch.yaml", "schema: db/schema.prisma\n")
                .write("server/db/schema.prisma", GOOD)
                .write("server/db/migrations/1_a/migration.sql", "SELECT 1;")
                .git("add", ".")
                .git("commit", "-qm", "server");
        tree.write("server/db/schema.prisma", WITH_PHONE).git("add", ".");
        assertThat(command.run("-C", "server", "hook", "run")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .startsWith("db/schema.prisma:9:3: error");
        assertThat(new CommandHarness(folder.resolve("server"))
                        .run("hook", "run")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .startsWith("db/schema.prisma:9:3: error");
    }

    @Test
    void keeps_its_temper_with_hostile_names() {
        tree.write("prisma/migrations/20240301000000_\"quoted\"\nnewline\u001b[31m/notes.md", "x")
                .git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("error empty-migration-folder")
                .doesNotContain("\u001b");
    }

    @Test
    void reads_a_name_that_is_not_utf_8() throws Exception {
        Process git = new ProcessBuilder("git", "update-index", "--add", "-z", "--index-info")
                .directory(folder.toFile())
                .start();
        String entry =
                "100644 " + "78981922613b2afb6025042ff6bd878ac1994e85\tprisma/migrations/20240301000000_\u00e9/a\0";
        try (OutputStream in = git.getOutputStream()) {
            in.write(entry.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(git.waitFor()).isZero();
        tree.write("a", "a\n").git("hash-object", "-w", "a");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("prisma/migrations/20240301000000_\ufffd: error empty-migration-folder");
    }

    @Test
    void does_not_miss_what_a_sparse_checkout_leaves_out() {
        tree.write("src/.env", "A=1\n").git("add", ".").git("commit", "-qm", "src");
        tree.git("sparse-checkout", "set", "--cone", "--sparse-index", "src");
        assertThat(folder.resolve(SCHEMA)).doesNotExist();
        tree.write(".env", "DATABASE_URL=postgresql://u@localhost:5432/shop\n").git("add", "--sparse", ".env");
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));
    }

    @Test
    void follows_a_link_of_any_name_that_is_turned_elsewhere() throws IOException {
        tree.write("good/schema.txt", GOOD).write("bad/schema.txt", BROKEN);
        Files.createSymbolicLink(folder.resolve("current"), Path.of("good"));
        Files.delete(folder.resolve(SCHEMA));
        Files.createSymbolicLink(folder.resolve(SCHEMA), Path.of("../current/schema.txt"));
        tree.git("add", ".").git("commit", "-qm", "links");
        Files.delete(folder.resolve("current"));
        Files.createSymbolicLink(folder.resolve("current"), Path.of("bad"));
        tree.git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ":8:");
    }

    @Test
    void judges_a_schema_that_a_link_leads_to() throws IOException {
        tree.write("shared/shop.txt", GOOD);
        Files.delete(folder.resolve(SCHEMA));
        Files.createSymbolicLink(folder.resolve(SCHEMA), Path.of("../shared/shop.txt"));
        tree.git("add", ".").git("commit", "-qm", "link");
        tree.write("shared/shop.txt", WITH_PHONE).git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA + ":9:3: error schema-changed-without-migration");
    }

    @Test
    void says_that_a_link_leads_out_of_the_folder_to_what_is_committed() throws IOException {
        tree.write("shared/schema.prisma", GOOD).write("app/package.json", "{}");
        Files.createDirectories(folder.resolve("app/prisma"));
        Files.createSymbolicLink(folder.resolve("app/prisma/schema.prisma"), Path.of("../../shared/schema.prisma"));
        tree.git("add", ".").git("commit", "-qm", "link");
        tree.write("shared/schema.prisma", WITH_PHONE).git("add", ".");
        assertThat(command.run("-C", "app", "hook", "run")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .startsWith("Not checked, since a link leads out of the folder to it: app/prisma/schema.prisma."
                        + " Name a folder that holds both with --directory.\n");
        tree.git("commit", "-qm", "phone").write("app/package.json", "{ }").git("add", ".");
        assertThat(command.run("-C", "app", "hook", "run").out()).doesNotContain("Not checked");
    }

    @Test
    void lets_the_revert_of_a_pair_pass_that_nobody_has_yet() {
        tree.git("branch", "-m", "main").git("checkout", "-qb", "phone");
        tree.write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", ".")
                .git("commit", "-qm", "phone")
                .git("revert", "--no-commit", "HEAD");
        assertSilent(command.run("hook", "run"));
    }

    private TreeFixture branchWithPhone() {
        return tree.git("branch", "-M", "main")
                .git("checkout", "-qb", "phone")
                .write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", ".")
                .git("commit", "-qm", "phone");
    }

    @Test
    void stops_the_removal_of_a_migration_whose_column_the_schema_keeps() {
        branchWithPhone().git("rm", "-q", SECOND);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains(SCHEMA
                        + ":9:3: error schema-changed-without-migration: the schema still expects User.phone, and the"
                        + " migration that made it is gone; restore it, as the last commit has it (git checkout HEAD -- "
                        + SECOND + ")");
    }

    @Test
    void lets_a_migration_of_the_branch_be_renamed_or_put_together_with_another() {
        branchWithPhone().git("mv", "prisma/migrations/20240201000000_phone", "prisma/migrations/20240301000000_phone");
        assertSilent(command.run("hook", "run"));

        tree.git("rm", "-qr", "-f", "prisma/migrations/20240301000000_phone")
                .write(
                        "prisma/migrations/20240401000000_both/migration.sql",
                        "ALTER TABLE \"User\" ADD COLUMN \"fax\" TEXT, ADD COLUMN \"phone\" TEXT;\n")
                .write(SCHEMA, WITH_PHONE.replace("phone String?", "phone String?\n  fax String?"))
                .git("add", ".");
        assertSilent(command.run("hook", "run"));
    }

    @Test
    void stops_a_squashed_migration_that_forgets_a_column() {
        branchWithPhone()
                .git("rm", "-q", SECOND)
                .write(
                        "prisma/migrations/20240401000000_fax/migration.sql",
                        "ALTER TABLE \"User\" ADD COLUMN \"fax\" TEXT;\n")
                .write(SCHEMA, WITH_PHONE.replace("phone String?", "phone String?\n  fax String?"))
                .git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .contains("the schema still expects User.phone, and the migration that made it is gone");
    }

    @Test
    void mentions_the_schema_that_a_staged_migration_belongs_to() {
        tree.write(SCHEMA, WITH_PHONE)
                .write(SECOND, "ALTER TABLE \"User\" ADD COLUMN \"phone\" TEXT;\n")
                .git("add", SECOND);
        assertThat(command.run("hook", "run").endsWith(ExitStatus.CLEAN).out().lines())
                .singleElement()
                .asString()
                .startsWith("Not staged, or staged otherwise: " + SCHEMA);
    }

    @Test
    void works_as_if_started_in_another_repository(@TempDir Path nowhere) {
        tree.write(SCHEMA, BROKEN).git("add", ".");
        new CommandHarness(nowhere).run("-C", folder.toString(), "hook", "run").endsWith(ExitStatus.FINDINGS);
    }

    @Test
    void takes_a_schema_behind_a_link_for_one_schema() throws IOException {
        tree.git("mv", SCHEMA, "real.prisma");
        Files.createSymbolicLink(folder.resolve(SCHEMA), Path.of("../real.prisma"));
        tree.git("add", ".");
        assertSilent(command.run("hook", "run").endsWith(ExitStatus.CLEAN));

        tree.git("commit", "-qm", "linked").write("real.prisma", BROKEN).git("add", ".");
        assertThat(command.run("hook", "run").endsWith(ExitStatus.FINDINGS).out())
                .containsOnlyOnce("schema-reference")
                .contains(SCHEMA + ":8:");
    }

    @Test
    void follows_links_that_are_staged() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("prisma/migrations/20240201000000_link"), Path.of("20240101000000_init"));
        Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("prisma/migrations/20240202000000_out"))
                        .resolve("migration.sql"),
                Path.of("/etc/hostname"));
        tree.git("add", ".");
        assertThat(command.run("hook", "run").out())
                .doesNotContain("20240201000000_link")
                .contains(
                        "prisma/migrations/20240202000000_out/migration.sql: error unreadable-file",
                        "leads out of the repository");
    }

    @Test
    void lets_a_commit_pass_that_it_cannot_check_unless_told_otherwise(@TempDir Path nowhere) {
        CommandHarness outside = new CommandHarness(nowhere);
        assertThat(outside.run("hook", "run").endsWith(ExitStatus.CLEAN).err())
                .contains("is not in a git repository", "was not checked", "hook.on-error");
        outside.variable("SCHEMAWATCH_HOOK_ON_ERROR", "block");
        assertThat(outside.run("hook", "run").endsWith(ExitStatus.FINDINGS).err())
                .contains("is stopped");
    }

    @Test
    void says_that_nobody_commits_in_a_bare_repository(@TempDir Path bare) {
        new TreeFixture(bare).git("init", "-q", "--bare");
        assertThat(new CommandHarness(bare)
                        .run("hook", "run")
                        .endsWith(ExitStatus.CLEAN)
                        .err())
                .contains("bare repository");
    }

    private static void assertSilent(Result result) {
        assertThat(result.out() + result.err()).as(result.command()).isEmpty();
    }
}
