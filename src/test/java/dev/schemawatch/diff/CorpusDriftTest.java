package dev.schemawatch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaFiles;
import dev.schemawatch.support.Replay;
import dev.schemawatch.support.StandInExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real repositories: with all their migrations applied, and with the last ten left out, we see what Prisma sees, and nothing
 * else.
 */
public class CorpusDriftTest {

    /** A schema of the corpus with its migrations, and the folder with Prisma's answers. */
    public enum Repository {
        AMPLICATION("amplication/packages/amplication-prisma-db/prisma", "schema.prisma", "migrations", "amplication"),
        AMPLICATION_PLUGIN(
                "amplication/packages/amplication-plugin-api/prisma",
                "schema.prisma",
                "migrations",
                "amplication/plugin"),
        DOCUMENSO("documenso/packages/prisma", "schema.prisma", "migrations", "documenso"),
        FORMBRICKS("formbricks/packages/database", "schema", "migration", "formbricks"),
        GHOSTFOLIO("ghostfolio/prisma", "schema.prisma", "migrations", "ghostfolio"),
        HOPPSCOTCH("hoppscotch/packages/hoppscotch-backend/prisma", "schema.prisma", "migrations", "hoppscotch"),
        RALLLY("rallly/packages/database/prisma", ".", "migrations", "rallly"),
        SAAS_STARTER_KIT("saas-starter-kit/prisma", "schema.prisma", "migrations", "saas-starter-kit"),
        TRIGGER_DEV("trigger.dev/internal-packages/database/prisma", "schema.prisma", "migrations", "trigger.dev"),
        TRIGGER_DEV_RUNOPS(
                "trigger.dev/internal-packages/run-ops-database/prisma",
                "schema.prisma",
                "migrations",
                "trigger.dev/runops"),
        TYPEBOT("typebot/packages/prisma/postgresql", "schema.prisma", "migrations", "typebot"),
        UMAMI("umami/prisma", "schema.prisma", "migrations", "umami");

        private final String project;
        private final String schema;
        private final String migrations;
        private final String answers;

        Repository(String project, String schema, String migrations, String answers) {
            this.project = project;
            this.schema = schema;
            this.migrations = migrations;
            this.answers = answers;
        }

        /** What the schema expects. */
        public DatabaseSchema expected() {
            return PrismaFiles.expected(Corpus.path("real/" + project).resolve(schema));
        }

        Path migrations() {
            return Corpus.path("real/" + project).resolve(migrations);
        }

        Path answer(String file) {
            return Corpus.path("real/" + answers).resolve(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Repository.class)
    void we_see_what_prisma_sees(Repository repository) throws IOException {
        DatabaseSchema expected = repository.expected();
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            StandInExtension.vector(database);
            Replay replay = new Replay(database);
            Predicate<String> omitted = omitted(repository)::contains;

            replay.apply(repository.migrations(), omitted.negate());
            if (Files.exists(repository.answer("behind10-diff.txt"))) {
                assertThat(facts(expected, database))
                        .containsExactlyInAnyOrderElementsOf(answer(repository, "behind10-diff.txt"));
                replay.apply(repository.migrations(), omitted);
            }
            assertThat(facts(expected, database))
                    .containsExactlyInAnyOrderElementsOf(answer(repository, "expected-diff.txt"));
        }
    }

    private static Set<String> omitted(Repository repository) throws IOException {
        Path list = repository.answer("behind10.omitted.txt");
        return Files.exists(list) ? Set.copyOf(Files.readAllLines(list)) : Set.of();
    }

    private static Set<String> answer(Repository repository, String file) throws IOException {
        return PrismaSummary.facts(Files.readString(repository.answer(file)));
    }

    private static Set<String> facts(DatabaseSchema expected, PostgresFixture.Database database) {
        LiveDatabase live = LiveDatabase.look(expected, database);
        return new DriftFacts(expected, live.actual()).of(live.drift());
    }
}
