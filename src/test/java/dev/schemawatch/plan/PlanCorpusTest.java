package dev.schemawatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.CorpusDriftTest;
import dev.schemawatch.diff.DriftMutationsTest;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.Ddl;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaFiles;
import dev.schemawatch.support.StandInExtension;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real schemas from an empty database, and single changes to a database that agreed with its schema. */
class PlanCorpusTest {
    private static final PostgresFixture.Database DATABASE = PostgresFixture.database();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    static Stream<DriftMutationsTest.Mutation> mutations() throws IOException {
        return DriftMutationsTest.mutations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void the_plan_undoes_every_change_that_is_seen(DriftMutationsTest.Mutation mutation) {
        DatabaseSchema expected = PrismaFiles.expected(Corpus.path("drift-mutations/schema.prisma"));
        DATABASE.clear();
        DATABASE.execute(Ddl.create(expected));
        DATABASE.execute(mutation.sql());

        Plan plan = RoundTrip.assertMends(expected, DATABASE, true);

        assertThat(plan.statements().isEmpty()).as(RoundTrip.sql(plan)).isNotEqualTo(mutation.detected());
    }

    @ParameterizedTest
    @EnumSource(CorpusDriftTest.Repository.class)
    void the_plan_makes_the_database_of_a_real_schema(CorpusDriftTest.Repository repository) {
        DATABASE.clear();
        StandInExtension.vector(DATABASE);
        // Their migrations make these; the schemas use them and do not declare them.
        DATABASE.execute("CREATE EXTENSION IF NOT EXISTS citext; CREATE EXTENSION IF NOT EXISTS pg_trgm");

        Plan plan = RoundTrip.assertMends(repository.expected(), DATABASE, false);

        assertThat(plan.statements()).isNotEmpty();
        assertThat(plan.leftOut())
                .allSatisfy(left ->
                        assertThat(left.difference().object().kind().words()).isEqualTo("view"));
    }
}
