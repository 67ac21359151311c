package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {
    private static final MountTable TABLE = MountTable.read("""
            22 1 0:20 / / rw,relatime shared:1 - ext4 /dev/root rw
            31 22 0:27 / /mnt/c rw,noatime - 9p drvfs rw,dirsync
            32 22 0:28 /home /home rw master:5 propagate_from:2 - ext4 /dev/sdb rw
            33 22 0:29 / /home/my\\040code rw - nfs4 server:/code rw
            34 22 0:30 / /over rw - nfs server:/x rw
            35 22 0:31 / /over rw - xfs /dev/sdc rw
            this is no such line
            """);

    @ParameterizedTest
    @CsvSource({
        "/srv/app, ext4",
        "/mnt/c, 9p",
        "/mnt/c/Users/me, 9p",
        "/mnt/cc, ext4",
        "/home/me, ext4",
        "/home/my code/app, nfs4",
        "/over/it, xfs"
    })
    void a_path_is_on_the_last_of_the_deepest_mounts(String path, String type) {
        assertThat(TABLE.typeAt(Path.of(path))).contains(type);
    }

    @Test
    void of_no_mounts_nothing_is_known() {
        assertThat(MountTable.read("").typeAt(Path.of("/"))).isEmpty();
    }
}
