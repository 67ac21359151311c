package dev.schemawatch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRepositoryTest {
    private static final String URL = "postgresql://somebody@127.0.0.1:1/booking";

    @TempDir
    Path temporary;

    @Test
    void every_file_of_the_example_is_in_the_list_that_the_copy_is_made_from() throws IOException {
        Path sources = Path.of("src/main/resources/dev/schemawatch/demo/repository");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(DemoRepository.bundled()).isEqualTo(names);
        }
    }

    @Test
    void the_copy_is_a_git_repository_without_uncommitted_changes() throws Exception {
        DemoRepository repository = DemoRepository.unpack(temporary.resolve("demo"), URL);
        assertThat(repository.commit()).isTrue();
        Process status = new ProcessBuilder("git", "status", "--porcelain")
                .directory(repository.folder().toFile())
                .start();
        assertThat(new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(status.waitFor()).isZero();
    }

    @Test
    void there_are_migrations_of_both_kinds() throws IOException {
        DemoRepository repository = DemoRepository.unpack(temporary.resolve("demo"), URL);
        assertThat(repository.migrations()).hasSize(8).first().satisfies(first -> {
            assertThat(first.name()).isEqualTo("20240108090000_init");
            assertThat(first.script()).content().contains("CREATE TABLE");
        });
        assertThat(repository.scripts()).hasSize(2);
    }

    @Test
    void an_earlier_copy_is_replaced() throws IOException {
        Path folder = temporary.resolve("demo");
        DemoRepository.unpack(folder, URL);
        Path leftover = Files.createDirectory(folder.resolve("server/prisma/migrations/20990101000000_broken"));
        DemoRepository.unpack(folder, URL);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void a_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("work"));
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> DemoRepository.unpack(folder, URL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--copy-to");
        assertThat(precious).hasContent("years of work");
    }
}
