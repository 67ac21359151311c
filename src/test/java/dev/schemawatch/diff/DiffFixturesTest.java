package dev.schemawatch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.Golden;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code diff/} is a Prisma schema, the SQL of a database, and what the comparison says of the two. A folder
 * whose name begins with {@code quiet-} shows what is no difference; one whose name ends with {@code -postgresql-18} needs that
 * version or a later one.
 */
class DiffFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/diff");

    private static final PostgresFixture.Database DATABASE = PostgresFixture.database();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void the_comparison_says(String fixture) throws IOException {
        PostgresFixture.assumeRuns(fixture);
        Path folder = FIXTURES.resolve(fixture);
        DATABASE.clear();
        DATABASE.execute(Files.readString(folder.resolve("actual.sql")));

        Drift drift = LiveDatabase.look(PrismaFiles.expected(folder.resolve("expected.prisma")), DATABASE)
                .drift();

        Golden.assertMatches(folder.resolve("changes.txt"), text(drift));
        assertThat(drift.differences().isEmpty())
                .as("a quiet fixture, and no other, shows no difference")
                .isEqualTo(fixture.startsWith("quiet-"));
        assertThat(drift.differences())
                .allSatisfy(difference -> assertThat(difference.expected())
                        .as("what differs is said")
                        .isNotEqualTo(difference.actual()));
    }

    private static String text(Drift drift) {
        return drift.differences().stream().map(DiffFixturesTest::text).collect(Collectors.joining());
    }

    private static String text(Difference difference) {
        return difference.verdict() + " " + difference.object().kind().words() + " "
                + difference.object().display()
                + difference.aspect().map(aspect -> ": " + aspect).orElse("")
                + " (" + difference.weight() + ")\n"
                + line("expected", difference.expected())
                + line("actual", difference.actual())
                + line("note", difference.note().orElse(""));
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : "  " + label + ": " + text + "\n";
    }
}
