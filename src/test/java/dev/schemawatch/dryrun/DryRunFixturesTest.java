package dev.schemawatch.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.cli.ExitStatus;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.Golden;
import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code dryrun/} is a little repository, with what a dry run of it prints: {@code bad-*} ends with findings. */
class DryRunFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/dryrun");

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void what_a_dry_run_says_is_as_expected(String name) {
        PostgresFixture.assumeRuns(name);
        CommandHarness.Result result =
                new CommandHarness(FIXTURES.resolve(name).toAbsolutePath()).run("dry-run", "--timeout", "5");

        result.endsWith(name.startsWith("bad-") ? ExitStatus.FINDINGS : ExitStatus.CLEAN);
        Golden.assertMatches(FIXTURES.resolve(name).resolve("expected.txt"), withoutNumbers(result.out()));
        assertThat(Path.of("/var/tmp/schemawatch-was-here")).doesNotExist();
    }

    private static String withoutNumbers(String out) {
        return out.replaceAll(" \\(\\d+ of them from an earlier run\\)", "")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL N")
                .replaceAll("Took [0-9.]+ m?s", "Took N s");
    }
}
