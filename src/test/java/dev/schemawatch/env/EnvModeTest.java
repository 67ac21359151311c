package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvModeTest {
    private static final List<EnvFile> FILES = Stream.of(
                    ".env",
                    ".env.local",
                    ".env.production",
                    ".env.test",
                    ".env.test.local",
                    "prisma/.env",
                    "prisma/.env.test",
                    ".env.example")
            .map(path -> EnvParser.parse(path, ""))
            .toList();

    @Test
    void tests_are_the_same_on_each_machine() {
        assertThat(selected("test"))
                .containsExactly(".env.test.local", ".env.test", "prisma/.env.test", ".env", "prisma/.env");
    }

    @Test
    void other_names_read_the_local_file() {
        assertThat(selected("production")).containsExactly(".env.local", ".env.production", ".env", "prisma/.env");
        assertThat(selected("development")).containsExactly(".env.local", ".env", "prisma/.env");
    }

    @Test
    void prisma_reads_nothing_else() {
        assertThat(selected("")).containsExactly(".env", "prisma/.env");
        assertThat(selected("local")).containsExactly(".env.local", ".env", "prisma/.env");
    }

    @ParameterizedTest
    @CsvSource({
        ".env,                    '',          false, false",
        "server/.env.local,       local,       false, true",
        ".env.test.local,         test,        false, true",
        ".env.development,        development, false, true",
        ".env.production.local,   production,  false, false",
        ".env.example,            example,     true,  false",
        ".env.local.sample,       local.sample,true,  true",
    })
    void a_name_says_what_a_file_is_for(String path, String mode, boolean example, boolean development) {
        EnvName name = EnvName.of(path);
        assertThat(name.mode()).isEqualTo(mode);
        assertThat(name.isExample()).isEqualTo(example);
        assertThat(name.isForDevelopment()).isEqualTo(development);
    }

    private static List<String> selected(String mode) {
        return new EnvMode(mode).select(FILES).stream().map(EnvFile::path).toList();
    }
}
