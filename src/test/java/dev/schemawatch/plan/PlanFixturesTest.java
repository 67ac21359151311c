package dev.schemawatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.Golden;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder below {@code diff/} is a Prisma schema and the SQL of a database; {@code plan.sql} is what makes one as the other. */
class PlanFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/diff");

    /** Their defaults call a function, or compute with other columns: a migration written by hand has to come before. */
    private static final Set<String> NEEDS_WHAT_NO_SCHEMA_SAYS = Set.of(
            "default-dbgenerated-spelling",
            "nullability-of-virtual-column-postgresql-18",
            "quiet-default-dbgenerated",
            "quiet-generated-column",
            "quiet-virtual-column-postgresql-18");

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
    void the_plan_makes_the_database_as_the_schema_expects(String fixture) throws IOException {
        Plan plan = RoundTrip.assertMends(begin(fixture), DATABASE, true);

        if (fixture.startsWith("quiet-")) {
            assertThat(plan.leftOut()).isEmpty();
            assertThat(plan.statements()).isEmpty();
        } else {
            Golden.assertMatches(FIXTURES.resolve(fixture).resolve("plan.sql"), RoundTrip.sql(plan));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void a_plan_that_may_lose_nothing_says_what_it_leaves_out(String fixture) throws IOException {
        Plan plan = RoundTrip.assertMends(begin(fixture), DATABASE, false);

        assertThat(plan.statements())
                .allSatisfy(statement -> assertThat(statement.hazards()).doesNotContain(Hazard.DELETES_DATA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void the_plan_for_an_empty_database_makes_everything(String fixture) {
        assumeFalse(NEEDS_WHAT_NO_SCHEMA_SAYS.contains(fixture), "needs a migration written by hand");
        PostgresFixture.assumeRuns(fixture);
        DATABASE.clear();

        Plan plan = RoundTrip.assertMends(expected(fixture), DATABASE, false);

        assertThat(plan.statements())
                .allSatisfy(statement -> assertThat(statement.hazards()).isEmpty());
    }

    private static DatabaseSchema begin(String fixture) throws IOException {
        PostgresFixture.assumeRuns(fixture);
        DATABASE.clear();
        DATABASE.execute(Files.readString(FIXTURES.resolve(fixture).resolve("actual.sql")));
        return expected(fixture);
    }

    private static DatabaseSchema expected(String fixture) {
        return PrismaFiles.expected(FIXTURES.resolve(fixture).resolve("expected.prisma"));
    }
}
