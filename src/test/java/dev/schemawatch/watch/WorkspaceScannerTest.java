package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.workspace.ChangeSet;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceScannerTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }
            model User { id Int @id }
            """;

    @TempDir
    private Path folder;

    private TreeFixture tree;

    @BeforeEach
    void make() {
        tree = new TreeFixture(folder);
    }

    @Test
    void tells_a_name_that_is_not_utf_8() throws Exception {
        tree.write("prisma/schema.prisma", SCHEMA);
        String script = "d=prisma/migrations/$(printf '1_\\377'); mkdir -p \"$d\" && : >\"$d/migration.sql\"";
        assertThat(new ProcessBuilder("sh", "-c", script)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(scan().file("prisma/migrations/1_\uFFFD").orElseThrow().content())
                .isInstanceOfSatisfying(
                        Content.Unreadable.class,
                        content -> assertThat(content.reason()).contains("not UTF-8"));
    }

    @Test
    void finds_the_default_schema_with_its_migrations_and_environment_files() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/20240101000000_init/migration.sql", "SELECT 1;")
                .folder("prisma/migrations/20240102000000_empty")
                .write(".env", "A=1")
                .write("prisma/.env.test", "A=2")
                .write("other/.env", "A=3")
                .write("other/fixtures/.env", "A=4");

        Workspace workspace = scan();

        assertThat(workspace.projects())
                .containsExactly(
                        new Project("prisma/schema.prisma", List.of("prisma/schema.prisma"), "prisma/migrations", 6));
        assertThat(workspace.files().keySet())
                .containsExactly(
                        ".env",
                        "other/.env",
                        "prisma/.env.test",
                        "prisma/migrations/20240101000000_init/migration.sql",
                        "prisma/schema.prisma");
        assertThat(workspace.directories())
                .containsExactly(
                        "prisma/migrations",
                        "prisma/migrations/20240101000000_init",
                        "prisma/migrations/20240102000000_empty");
    }

    @Test
    void takes_files_without_a_datasource_around_the_one_that_has_it_as_one_schema() {
        tree.write("db/prisma/schema.prisma", SCHEMA)
                .write("db/prisma/models/user.prisma", "model Other { id Int @id }");

        assertThat(scan().projects())
                .containsExactly(new Project(
                        "db/prisma",
                        List.of("db/prisma/models/user.prisma", "db/prisma/schema.prisma"),
                        "db/prisma/migrations",
                        6));
    }

    @Test
    void finds_migrations_beside_the_folder_of_a_schema() {
        tree.write("db/schema/main.prisma", SCHEMA)
                .write("db/schema/more.prisma", "model Other { id Int @id }")
                .folder("db/migration/20240101000000_init");

        assertThat(scan().projects()).extracting(Project::migrations).containsExactly("db/migration");
    }

    @Test
    void finds_several_schemas_of_one_repository() {
        tree.write("a/mysql/schema.prisma", SCHEMA).write("a/postgresql/schema.prisma", SCHEMA);

        assertThat(scan().projects())
                .extracting(Project::schema)
                .containsExactly("a/mysql/schema.prisma", "a/postgresql/schema.prisma");
    }

    @Test
    void does_not_take_the_copy_beside_a_generated_client_for_a_schema() {
        String generator = """
                generator client {
                  provider = "prisma-client-js"
                  output   = "../src/generated/client"
                }
                """;
        tree.write("prisma/schema.prisma", generator + SCHEMA)
                .write("src/generated/client/schema.prisma", generator + SCHEMA);

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("prisma/schema.prisma");
    }

    @Test
    void keeps_a_schema_that_generates_into_its_own_folder() {
        tree.write(
                "prisma/schema.prisma",
                "generator client {\n  provider = \"prisma-client\"\n  output = \"..\"\n}\n" + SCHEMA);

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("prisma/schema.prisma");
    }

    @Test
    void takes_the_first_of_the_default_places() {
        tree.write("schema.prisma", SCHEMA).write("prisma/schema.prisma", SCHEMA);

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("schema.prisma");
    }

    @Test
    void knows_the_schema_that_prisma_would_take_in_the_root() {
        tree.write("packages/a/prisma/schema.prisma", SCHEMA).write("packages/b/db/main.prisma", SCHEMA);
        assertThat(scan().rootSchema()).isEmpty();
        tree.write("prisma/schema/main.prisma", SCHEMA);
        assertThat(scan().rootSchema()).contains("prisma/schema/main.prisma");
        tree.write("package.json", "{ \"prisma\": { \"schema\": \"packages/b/db/main.prisma\" } }");
        assertThat(scan().rootSchema()).contains("packages/b/db/main.prisma");
    }

    @Test
    void takes_the_places_that_a_config_file_names() {
        tree.write("db/prisma.config.ts", """
                        import { defineConfig } from "prisma/config";
                        export default defineConfig({ schema: "./models", migrations: { path: "sql" } });
                        """)
                .write("db/models/main.prisma", SCHEMA)
                .write("db/models/more.prisma", "model Other { id Int @id }");

        Workspace workspace = scan();

        assertThat(workspace.projects())
                .containsExactly(new Project(
                        "db/models", List.of("db/models/main.prisma", "db/models/more.prisma"), "db/sql", 6));
        assertThat(workspace.files()).containsKey("db/prisma.config.ts");
    }

    @Test
    void takes_the_migrations_folder_of_a_config_file_for_the_default_schema() {
        tree.write("prisma.config.ts", "export default { migrations: { path: \"db/sql\" } }")
                .write("prisma/schema.prisma", SCHEMA);

        assertThat(scan().projects()).extracting(Project::migrations).containsExactly("db/sql");
    }

    @Test
    void says_that_a_schema_is_missing_where_a_config_file_names_it() {
        tree.write("prisma.config.ts", "export default { schema: \"db/schema.prisma\" }");

        assertThat(scan().projects()).containsExactly(new Project("db/schema.prisma", List.of(), "db/migrations", 6));
    }

    @Test
    void takes_the_schema_that_the_package_names() {
        tree.write("package.json", "{\"prisma\": {\"schema\": \"db/my.prisma\"}}")
                .write("db/my.prisma", SCHEMA);

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("db/my.prisma");
    }

    @Test
    void does_not_read_the_schema_from_the_package_with_prisma_7() {
        tree.write("package.json", "{\"prisma\": {\"schema\": \"gone.prisma\"}, \"dependencies\": {\"prisma\": \"7\"}}")
                .write("prisma/schema.prisma", SCHEMA);

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("prisma/schema.prisma");
    }

    @Test
    void keeps_an_emptied_schema_as_a_project() {
        tree.write("prisma/schema.prisma", "");

        assertThat(scan().projects()).extracting(Project::schema).containsExactly("prisma/schema.prisma");
    }

    @Test
    void keeps_a_project_whose_schema_is_gone_but_whose_migrations_are_there() {
        tree.write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"");

        assertThat(scan().projects())
                .containsExactly(new Project("prisma/schema.prisma", List.of(), "prisma/migrations", 6));
    }

    @Test
    void takes_the_version_of_prisma_that_the_settings_name() {
        tree.write("prisma/schema.prisma", SCHEMA);

        ScanSettings settings = new ScanSettings(folder, Optional.empty(), Optional.empty(), Optional.of(5), List.of());
        assertThat(new WorkspaceScanner(settings).scan().workspace().projects())
                .extracting(Project::prismaMajor)
                .containsExactly(5);
    }

    @Test
    void enters_no_folder_of_dependencies_and_none_that_is_ignored() {
        tree.write("node_modules/pkg/prisma/schema.prisma", SCHEMA)
                .write("dist/schema.prisma", SCHEMA)
                .write("old/prisma/schema.prisma", SCHEMA);

        ScanSettings settings =
                new ScanSettings(folder, Optional.empty(), Optional.empty(), Optional.empty(), List.of("old/**"));

        assertThat(new WorkspaceScanner(settings).scan().workspace().projects()).isEmpty();
    }

    @Test
    void takes_a_named_schema_from_any_folder() {
        tree.write("build/my.prisma", SCHEMA).write("sql/1_a.sql", "SELECT 1;").write("prisma/schema.prisma", SCHEMA);

        ScanSettings settings = new ScanSettings(
                folder, Optional.of("build/my.prisma"), Optional.of("sql"), Optional.empty(), List.of());

        assertThat(new WorkspaceScanner(settings).scan().workspace().projects())
                .containsExactly(new Project("build/my.prisma", List.of("build/my.prisma"), "sql", 6));
    }

    @Test
    void says_that_a_named_schema_is_missing() {
        ScanSettings settings =
                new ScanSettings(folder, Optional.of("a.prisma"), Optional.empty(), Optional.empty(), List.of());

        assertThat(new WorkspaceScanner(settings).scan().workspace().projects())
                .containsExactly(new Project("a.prisma", List.of(), "migrations", 6));
    }

    @Test
    void reads_the_major_version_from_the_package() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("package.json", "{\"devDependencies\": {\"prisma\": \"^7.1.0\"}}");

        assertThat(scan().projects()).extracting(Project::prismaMajor).containsExactly(7);
    }

    @Test
    void takes_a_datasource_without_a_url_for_version_7() {
        tree.write("prisma/schema.prisma", "datasource db {\n provider = \"postgresql\"\n}\n");

        assertThat(scan().projects()).extracting(Project::prismaMajor).containsExactly(7);
    }

    @Test
    void recognises_the_layout_of_prisma_8() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/app/20260101000000/contract.prisma", "model User {}");

        assertThat(scan().projects()).extracting(Project::prismaMajor).containsExactly(8);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void does_not_wait_for_a_pipe() throws Exception {
        tree.folder("prisma");
        Process mkfifo = new ProcessBuilder(
                        "mkfifo", folder.resolve("prisma/schema.prisma").toString())
                .start();
        assumeTrue(mkfifo.waitFor() == 0, "needs mkfifo");

        assertThat(reason(scan(), "prisma/schema.prisma")).contains("not a regular file");
    }

    @Test
    void names_the_byte_that_is_not_utf_8() throws IOException {
        tree.folder("prisma");
        Files.write(folder.resolve("prisma/schema.prisma"), new byte[] {'/', '/', (byte) 0xE9, '\n'});

        assertThat(reason(scan(), "prisma/schema.prisma")).isEqualTo("is not valid UTF-8 (byte 0xE9 at offset 2)");
    }

    @Test
    void refuses_a_file_above_the_limit() throws IOException {
        tree.folder("prisma");
        Files.write(folder.resolve("prisma/schema.prisma"), new byte[Content.LARGEST + 1]);

        assertThat(reason(scan(), "prisma/schema.prisma")).isEqualTo("is larger than 16 MiB (16777217 bytes)");
    }

    @Test
    void removes_a_byte_order_mark_but_from_a_schema_which_prisma_refuses_with_one() {
        tree.write("prisma/schema.prisma", "\uFEFF" + SCHEMA).write(".env", "\uFEFFA=1\n");

        assertThat(text("prisma/schema.prisma")).isEqualTo("\uFEFF" + SCHEMA);
        assertThat(text(".env")).isEqualTo("A=1\n");
    }

    private String text(String path) {
        return ((Content.Text) scan().file(path).orElseThrow().content()).text();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void ends_on_a_loop_of_links() throws IOException {
        tree.write("prisma/schema.prisma", SCHEMA).folder("prisma/migrations/1_a");
        Files.createSymbolicLink(folder.resolve("prisma/migrations/1_a/again"), folder.resolve("prisma/migrations"));

        assertThat(scan().directories()).containsExactly("prisma/migrations", "prisma/migrations/1_a");
        assertThat(reason(scan(), "prisma/migrations/1_a/again"))
                .isEqualTo("is a link that leads back to a folder above it");
    }

    @Test
    void says_what_a_schema_is_that_is_no_file() throws IOException {
        tree.folder("a/prisma/schema.prisma")
                .folder("b/prisma")
                .folder("c/prisma")
                .folder("d/prisma");
        Files.createSymbolicLink(folder.resolve("b/prisma/schema.prisma"), Path.of("schema.prisma"));
        Files.createSymbolicLink(folder.resolve("c/prisma/schema.prisma"), Path.of("nothing"));
        Files.writeString(folder.resolve("d/prisma/schema.prisma"), SCHEMA, StandardCharsets.UTF_16);

        Workspace workspace = scan();

        assertThat(reason(workspace, "a/prisma/schema.prisma")).isEqualTo("is a folder, not a file");
        assertThat(reason(workspace, "b/prisma/schema.prisma")).isEqualTo("is a loop of symbolic links");
        assertThat(reason(workspace, "c/prisma/schema.prisma"))
                .isEqualTo("is a symbolic link to something that does not exist");
        assertThat(reason(workspace, "d/prisma/schema.prisma")).isEqualTo("is UTF-16 text");
    }

    @Test
    void takes_a_link_and_its_target_for_one_schema_where_prisma_looks() throws IOException {
        tree.write("db/real.prisma", SCHEMA).write("prisma/migrations/1_a/migration.sql", "SELECT 1;");
        Files.createSymbolicLink(folder.resolve("prisma/schema.prisma"), Path.of("../db/real.prisma"));
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan before = scanner.scan();
        assertThat(before.workspace().projects()).singleElement().satisfies(project -> {
            assertThat(project.schemaFiles()).containsExactly("prisma/schema.prisma");
            assertThat(project.migrations()).isEqualTo("prisma/migrations");
        });
        assertThat(before.folders()).contains("db");

        tree.write("db/real.prisma", SCHEMA.replace("User", "Guest"));
        Scan after = scanner.rescan(before, new ChangeSet(new TreeSet<>(List.of("db/real.prisma")), true));
        assertThat(after.workspace()).isEqualTo(scanner.scan().workspace());
    }

    @Test
    void takes_a_schema_with_migrations_for_the_schema_that_a_link_elsewhere_leads_to() throws IOException {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .folder("web");
        Files.createSymbolicLink(folder.resolve("web/schema.prisma"), Path.of("../prisma/schema.prisma"));
        assertThat(scan().projects()).extracting(Project::schema).containsExactly("prisma/schema.prisma");
    }

    @Test
    void does_not_follow_a_link_out_of_the_repository(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.sql"), "secret");
        tree.write("prisma/schema.prisma", SCHEMA).folder("prisma/migrations/1_a");
        Files.createSymbolicLink(folder.resolve("prisma/migrations/1_a/migration.sql"), secret);

        assertThat(reason(scan(), "prisma/migrations/1_a/migration.sql"))
                .isEqualTo("is a link that leads out of the repository");
    }

    @Test
    void reads_the_baseline_from_the_last_commit() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .write("prisma/schema.prisma", SCHEMA + "// edited");

        assertThat(scan().baseline()).hasValueSatisfying(baseline -> {
            assertThat(baseline.keySet())
                    .containsExactly("prisma/migrations/1_a/migration.sql", "prisma/schema.prisma");
            assertThat(baseline.get("prisma/schema.prisma"))
                    .extracting(SourceFile::content)
                    .isEqualTo(Content.of(SCHEMA.getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void what_is_as_it_was_committed_is_not_read_from_git() {
        String script = "prisma/migrations/1_a/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(script, "SELECT 'é';")
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first");

        Workspace workspace = scan();
        assertThat(workspace.baseline().orElseThrow().get(script))
                .isSameAs(workspace.files().get(script));
    }

    @Test
    void a_byte_order_mark_that_was_committed_is_in_the_baseline_too() {
        tree.write("prisma/schema.prisma", "\uFEFF" + SCHEMA)
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first");

        Workspace workspace = scan();
        assertThat(workspace.baseline().orElseThrow()).isEqualTo(workspace.files());
    }

    @Test
    void a_byte_order_mark_that_came_later_is_not_in_what_was_merged() {
        String script = "prisma/migrations/1_a/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(script, "SELECT 1;")
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .write(script, "\uFEFFSELECT 1;");

        Workspace workspace = scan();
        assertThat(workspace.mainline().orElseThrow().merged().get(script))
                .isEqualTo(new SourceFile(script, SourceFile.Content.of("SELECT 1;".getBytes(StandardCharsets.UTF_8))))
                .isNotEqualTo(workspace.files().get(script));
    }

    @Test
    void what_the_main_branch_has_is_settled_and_what_the_branch_adds_is_not() {
        String old = "prisma/migrations/1_a/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(old, "SELECT 1;")
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .git("checkout", "-qb", "feature")
                .write("prisma/migrations/2_b/migration.sql", "SELECT 2;")
                .git("add", ".")
                .git("commit", "-qm", "second");

        Workspace workspace = scan();
        assertThat(workspace.baseline().orElseThrow()).containsKey("prisma/migrations/2_b/migration.sql");
        assertThat(workspace.settled().orElseThrow())
                .contains(old)
                .doesNotContain("prisma/migrations/2_b/migration.sql");
    }

    @Test
    void on_the_main_branch_what_is_committed_is_settled() {
        String old = "prisma/migrations/1_a/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(old, "SELECT 1;")
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .write("prisma/migrations/2_b/migration.sql", "SELECT 2;");

        assertThat(scan().settled().orElseThrow()).containsExactly(old, "prisma/schema.prisma");
    }

    @Test
    void a_branch_is_held_against_where_it_left_the_main_branch_and_against_what_that_has_now() {
        String old = "prisma/migrations/1_a/migration.sql";
        String gone = "prisma/migrations/2_b/migration.sql";
        String later = "prisma/migrations/4_d/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(old, "SELECT 1;")
                .write(gone, "SELECT 2;")
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .git("checkout", "-qb", "feature")
                .write(old, "SELECT 11;")
                .write("prisma/migrations/3_c/migration.sql", "SELECT 3;")
                .delete(gone)
                .git("add", ".")
                .git("commit", "-qm", "second")
                .git("checkout", "-q", "main")
                .write(later, "SELECT 4;")
                .git("add", ".")
                .git("commit", "-qm", "third")
                .git("checkout", "-q", "feature");

        Mainline mainline = scan().mainline().orElseThrow();
        assertThat(mainline.name()).isEqualTo("main");
        assertThat(mainline.merged()).containsOnlyKeys(old, gone, "prisma/schema.prisma");
        assertThat(mainline.merged())
                .containsEntry(
                        old, new SourceFile(old, SourceFile.Content.of("SELECT 1;".getBytes(StandardCharsets.UTF_8))));
        assertThat(mainline.paths()).containsExactly(old, gone, later, "prisma/schema.prisma");
    }

    @Test
    void the_branch_that_work_is_merged_into_can_be_named() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .git("checkout", "-qb", "develop")
                .write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .git("add", ".")
                .git("commit", "-qm", "second");

        assertThat(settings(Optional.of("develop")).mainline().orElseThrow().merged())
                .containsKey("prisma/migrations/1_a/migration.sql");
        assertThat(settings(Optional.of("nowhere")).mainline()).isEmpty();
    }

    private Workspace settings(Optional<String> base) {
        return new WorkspaceScanner(new ScanSettings(
                        folder,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        base,
                        ScriptOrder.PRISMA_FIRST,
                        new TreeSet<>()))
                .scan()
                .workspace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prisma/schema.prisma", "/prisma/migrations/migration_lock.toml", "/prisma/migrations/"})
    void takes_what_a_sparse_checkout_leaves_out_from_the_index(String kept) {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"")
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first");
        Workspace complete = scan();

        tree.git("sparse-checkout", "set", "--no-cone", kept);
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan sparse = scanner.scan();
        assertThat(sparse.workspace().files()).isEqualTo(complete.files());
        assertThat(sparse.workspace().directories()).isEqualTo(complete.directories());
        assertThat(sparse.workspace().projects()).isEqualTo(complete.projects());
        ChangeSet edit = new ChangeSet(new TreeSet<>(List.of("prisma/schema.prisma")), true);
        assertThat(scanner.rescan(sparse, edit).workspace()).isEqualTo(sparse.workspace());
    }

    @Test
    void does_not_take_what_is_deleted_for_left_out() throws IOException {
        String script = "prisma/migrations/1_a/migration.sql";
        tree.write("prisma/schema.prisma", SCHEMA)
                .write(script, "SELECT 1;")
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first");
        Files.delete(folder.resolve(script));
        assertThat(scan().file(script)).isEmpty();
    }

    @Test
    void a_main_branch_that_moves_is_seen_by_a_rescan() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .git("init", "-q", "-b", "main")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .git("checkout", "-qb", "feature");
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan before = scanner.scan();
        tree.write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .git("add", ".")
                .git("commit", "-qm", "second")
                .git("branch", "-f", "main", "feature")
                .git("reset", "-q", "--hard", "HEAD~1");

        Scan after = scanner.rescan(before, new ChangeSet(new TreeSet<>(List.of(WorkspaceScanner.GIT)), true));
        assertThat(after.workspace().mainline().orElseThrow().paths()).contains("prisma/migrations/1_a/migration.sql");
        assertThat(after).isEqualTo(scanner.scan());
    }

    @Test
    void without_git_nothing_is_known_to_be_settled() {
        tree.write("prisma/schema.prisma", SCHEMA).write("prisma/migrations/1_a/migration.sql", "SELECT 1;");

        assertThat(scan().settled()).isEmpty();
    }

    @Test
    void has_no_baseline_before_the_first_commit() {
        tree.write("prisma/schema.prisma", SCHEMA).git("init", "-q");

        assertThat(scan().baseline()).isEmpty();
    }

    @Test
    void reads_the_baseline_of_a_worktree(@TempDir Path elsewhere) {
        tree.write("prisma/schema.prisma", SCHEMA)
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first")
                .git("worktree", "add", "-q", elsewhere.resolve("wt").toString());

        Workspace workspace = new WorkspaceScanner(ScanSettings.of(elsewhere.resolve("wt")))
                .scan()
                .workspace();

        assertThat(workspace.baseline())
                .hasValueSatisfying(baseline -> assertThat(baseline).hasSize(1));
    }

    @Test
    void a_rescan_takes_what_did_not_change_from_the_previous_scan() {
        tree.write("prisma/schema.prisma", SCHEMA).write("prisma/migrations/1_a/migration.sql", "SELECT 1;");
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan first = scanner.scan();
        tree.write("prisma/schema.prisma", SCHEMA + "// edited");

        Scan second = scanner.rescan(first, new ChangeSet(new TreeSet<>(List.of("prisma/schema.prisma")), true));

        String kept = "prisma/migrations/1_a/migration.sql";
        assertThat(second.workspace().files().get(kept))
                .isSameAs(first.workspace().files().get(kept));
        assertThat(second).isEqualTo(scanner.scan()).isNotEqualTo(first);
    }

    /** The second schema has no migrations folder beside it, and takes the one that the first did not have yet. */
    @Test
    void a_rescan_gives_a_migrations_folder_that_came_to_every_schema_that_it_is_for() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .write("prisma.config.ts", "export default { schema: \"prisma/models\" }")
                .folder("prisma/models");
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan first = scanner.scan();
        String migration = "prisma/migrations/1_a";
        tree.folder(migration);

        assertThat(scanner.rescan(first, new ChangeSet(new TreeSet<>(List.of(migration)), true)))
                .isEqualTo(scanner.scan());
    }

    @Test
    void a_rescan_reads_the_baseline_again_after_a_commit() {
        tree.write("prisma/schema.prisma", SCHEMA)
                .git("init", "-q")
                .git("add", ".")
                .git("commit", "-qm", "first");
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan first = scanner.scan();
        tree.write("prisma/schema.prisma", "// second").git("commit", "-qam", "second");

        Scan second = scanner.rescan(
                first, new ChangeSet(new TreeSet<>(List.of(WorkspaceScanner.GIT, "prisma/schema.prisma")), true));

        assertThat(second).isEqualTo(scanner.scan());
        assertThat(second.head()).isNotEqualTo(first.head());
    }

    private Workspace scan() {
        return new WorkspaceScanner(ScanSettings.of(folder)).scan().workspace();
    }

    private static String reason(Workspace workspace, String path) {
        return ((Content.Unreadable) workspace.file(path).orElseThrow().content()).reason();
    }
}
