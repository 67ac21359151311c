package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watcher and the scanner together, as the daemon has them: after each edit the kept scan equals a fresh one. */
class FileWatcherTest {
    private static final String SCHEMA = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}\n";
    private static final String MIGRATION = "prisma/migrations/1_a/migration.sql";

    @TempDir
    private Path parent;

    private Path root;
    private TreeFixture tree;
    private WorkspaceScanner scanner;
    private final List<Noticed> noticed = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicReference<Scan> scan = new AtomicReference<>();
    private final AtomicReference<FileWatcher> watcher = new AtomicReference<>();

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectory(parent.resolve("repository"));
        tree = new TreeFixture(root).write("prisma/schema.prisma", SCHEMA).write(MIGRATION, "SELECT 1;");
        scanner = new WorkspaceScanner(ScanSettings.of(root));
        scan.set(scanner.scan());
    }

    @AfterEach
    void stop() {
        if (watcher.get() != null) {
            watcher.get().close();
        }
    }

    @Test
    void notices_a_write() {
        watch();
        tree.write("prisma/schema.prisma", SCHEMA + "// edited");

        awaitInStep();
        assertThat(noticed.getLast().changes().paths()).containsExactly("prisma/schema.prisma");
    }

    @Test
    void notices_a_save_by_renaming_over_the_file_as_one_change() throws IOException {
        watch();
        Path draft = Files.writeString(root.resolve("prisma/schema.prisma~"), SCHEMA + "// edited");
        Files.move(draft, root.resolve("prisma/schema.prisma"), StandardCopyOption.ATOMIC_MOVE);

        awaitInStep();
        assertThat(noticed).hasSize(1);
    }

    @Test
    void notices_files_in_new_nested_folders() {
        watch();
        for (int i = 2; i < 30; i++) {
            tree.write("prisma/migrations/%d_x/deep/er/migration.sql".formatted(i), "SELECT 1;");
        }

        awaitInStep();
    }

    @Test
    void notices_a_schema_in_a_folder_that_no_scan_knew() {
        watch();
        tree.folder("packages/new");
        await().until(() -> watcher.get().status().directories() > 5);
        tree.write("packages/new/prisma/schema.prisma", SCHEMA);

        awaitInStep();
        assertThat(scan.get().workspace().projects()).hasSize(2);
    }

    @Test
    void misses_nothing_in_a_burst_of_thousands_of_files() {
        watch();
        for (int i = 0; i < 4000; i++) {
            tree.write("prisma/migrations/1_a/part%d.sql".formatted(i), "SELECT %d;".formatted(i));
        }

        awaitInStep();
    }

    @Test
    void follows_a_migrations_folder_that_is_deleted_and_made_again() {
        watch();
        tree.delete("prisma/migrations");
        awaitInStep();
        tree.write(MIGRATION, "SELECT 2;");
        awaitInStep();
        tree.write(MIGRATION, "SELECT 3;");
        awaitInStep();
    }

    @Test
    void follows_a_folder_that_is_renamed_away_and_replaced() throws IOException {
        watch();
        Files.move(root.resolve("prisma"), root.resolve("node_modules"));
        tree.write("prisma/schema.prisma", SCHEMA + "// replaced");
        awaitInStep();
        tree.write("prisma/schema.prisma", SCHEMA + "// again");
        awaitInStep();
    }

    @Test
    void follows_a_root_that_is_deleted_and_made_again() {
        watch();
        tree.delete("");
        await().until(() -> scan.get().workspace().files().isEmpty());
        tree.write("prisma/schema.prisma", SCHEMA);
        awaitInStep();
        tree.write("prisma/schema.prisma", SCHEMA + "// edited");
        awaitInStep();
    }

    @Test
    void follows_a_root_that_is_moved_away_and_replaced() throws IOException {
        watch();
        Files.move(root, parent.resolve("elsewhere"));
        tree.write("prisma/schema.prisma", SCHEMA + "// replaced");
        awaitInStep();
        tree.write("prisma/schema.prisma", SCHEMA + "// edited");
        awaitInStep();
    }

    @Test
    void follows_a_root_that_changes_places_with_another_folder() throws IOException {
        Path other = parent.resolve("other");
        new TreeFixture(other).write("prisma/schema.prisma", SCHEMA + "// other");
        watch();
        Files.move(root, parent.resolve("elsewhere"));
        Files.move(other, root);
        awaitInStep();
        tree.write("prisma/schema.prisma", SCHEMA + "// edited");
        awaitInStep();
    }

    @Test
    void hears_nothing_from_beside_the_root() throws IOException {
        watch();
        Files.writeString(parent.resolve("other"), "");
        tree.write("prisma/schema.prisma", SCHEMA + "// marks the end");

        awaitInStep();
        assertThat(noticed).hasSize(1);
    }

    @Test
    void hears_nothing_from_node_modules() {
        tree.folder("node_modules/pkg");
        watch();
        tree.write("node_modules/pkg/schema.prisma", SCHEMA).write("node_modules/other/schema.prisma", SCHEMA);
        tree.write("prisma/schema.prisma", SCHEMA + "// marks the end");

        awaitInStep();
        assertThat(noticed)
                .allSatisfy(each -> assertThat(each.changes().paths()).containsExactly("prisma/schema.prisma"));
    }

    @Test
    void holds_back_while_git_holds_its_index_lock() {
        tree.git("init", "-q").git("add", ".").git("commit", "-qm", "first");
        scan.set(scanner.scan());
        watch();
        tree.write(".git/index.lock", "");
        tree.write("prisma/schema.prisma", SCHEMA + "// half of a checkout");
        await().during(Duration.ofMillis(200)).until(noticed::isEmpty);
        tree.delete(".git/index.lock");

        awaitInStep();
    }

    @Test
    void notices_a_commit() {
        tree.git("init", "-q").git("add", ".").git("commit", "-qm", "first");
        scan.set(scanner.scan());
        watch();
        tree.git("commit", "-q", "--allow-empty", "-m", "second");

        awaitInStep();
    }

    @Test
    void polls_when_the_kernel_gives_no_more_watches() {
        watch(() -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        });
        assertThat(said).singleElement().asString().contains("fs.inotify.max_user_instances=", "Polling");
        tree.write("prisma/schema.prisma", SCHEMA + "// edited")
                .write("prisma/migrations/2_b/migration.sql", "SELECT 1;");

        awaitInStep();
        assertThat(watcher.get().status().mode()).isEqualTo(WatchStatus.Mode.POLLING);
    }

    private void watch() {
        watch(FileSystems.getDefault()::newWatchService);
    }

    private void watch(WatchServiceSource source) {
        watcher.set(new FileWatcher(
                ScanSettings.of(root),
                new WatchSettings(Duration.ofMillis(15), Duration.ofSeconds(2)),
                new Recorder(),
                source));
        watcher.get().watch(scan.get());
        await().until(() -> !noticed.isEmpty());
        noticed.clear();
    }

    private void awaitInStep() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(scan.get()).isEqualTo(scanner.scan()));
    }

    /** Keeps the scan in step with the disk, as the daemon's loop does. */
    private final class Recorder implements WatchListener {
        @Override
        public void changed(Noticed change) {
            Scan latest = scanner.rescan(scan.get(), change.changes());
            if (!latest.folders().equals(scan.get().folders())) {
                watcher.get().watch(latest);
            }
            scan.set(latest);
            noticed.add(change);
        }

        @Override
        public void said(String message) {
            said.add(message);
        }
    }
}
