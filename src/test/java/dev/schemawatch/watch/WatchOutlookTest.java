package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WatchOutlookTest {

    @TempDir
    Path folder;

    private ScanSettings settings;
    private Scan scan;

    @BeforeEach
    void scan() throws IOException {
        Files.createDirectories(folder.resolve("prisma/migrations"));
        Files.writeString(folder.resolve("prisma/schema.prisma"), "model A {\n  id Int @id\n}\n");
        settings = ScanSettings.of(folder);
        scan = new WorkspaceScanner(settings).scan();
    }

    @Test
    void folders_that_can_be_watched_are_counted() {
        WatchOutlook outlook = WatchOutlook.of(settings, scan);
        assertThat(outlook.folders()).isEqualTo(scan.folders().size()).isGreaterThan(1);
        assertThat(outlook.obstacle()).isEmpty();
    }

    @Test
    void a_limit_that_is_reached_is_named_with_what_raises_it() {
        WatchOutlook outlook = WatchOutlook.of(settings, scan, () -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        });
        assertThat(outlook.obstacle()).hasValueSatisfying(obstacle -> {
            assertThat(obstacle.sentence()).contains("inotify instance limit");
            assertThat(obstacle.command()).contains("sudo sysctl fs.inotify.max_user_instances=1024");
        });
    }

    @Test
    void any_other_failure_is_told_as_it_is() {
        WatchOutlook outlook = WatchOutlook.of(settings, scan, () -> {
            throw new IOException("Function not implemented");
        });
        assertThat(outlook.obstacle()).hasValueSatisfying(obstacle -> {
            assertThat(obstacle.sentence()).contains("not available (Function not implemented)");
            assertThat(obstacle.command()).isEmpty();
        });
    }

    /** The kernel gives such a file whole or not at all: reading it in parts would give its first digit. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_limit_is_read_whole() throws Exception {
        Process cat = new ProcessBuilder("cat", "/proc/sys/fs/inotify/max_user_watches").start();
        String value = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(WatchOutlook.of(settings, scan).limit()).isEqualTo("fs.inotify.max_user_watches=" + value);
    }
}
