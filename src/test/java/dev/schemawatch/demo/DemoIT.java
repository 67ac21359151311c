package dev.schemawatch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.Program;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it is shipped. */
@Tag("program")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DemoIT {

    @Test
    void plays_the_whole_incident_with_the_postgresql_in_path(@TempDir Path folder) throws Exception {
        String path = PostgresBinaries.find().folder() + File.pathSeparator + System.getenv("PATH");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process demo = Program.packaged().start(folder, Map.of("PATH", path), out, err, "demo", "--copy-to", "example");
        demo.getOutputStream().close();
        int code = demo.waitFor();
        assertThat(code).as(Files.readString(out) + Files.readString(err)).isZero();
        assertThat(Files.readString(out)).endsWith("All three faults were seen, and seen to be mended.\n");
    }

    @Test
    void leaves_a_folder_with_other_files_alone_and_says_so(@TempDir Path folder) throws Exception {
        String path = PostgresBinaries.find().folder() + File.pathSeparator + System.getenv("PATH");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/notes.txt"), "keep me");
        Path err = folder.resolve("err");
        Process demo = Program.packaged()
                .start(folder, Map.of("PATH", path), folder.resolve("out"), err, "demo", "--copy-to", "mine");
        assertThat(demo.waitFor()).isEqualTo(1);
        assertThat(Files.readString(err))
                .endsWith("name another folder with --copy-to\n")
                .hasLineCount(1);
        assertThat(folder.resolve("mine/notes.txt")).hasContent("keep me");
    }
}
