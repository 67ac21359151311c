package dev.schemawatch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.replay.FailedMigration;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.replay.Replayed;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.MigrationReplay;
import dev.schemawatch.scratch.Scratch;
import dev.schemawatch.scratch.ServerScratch;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real repositories: their whole history goes through a dry run, and what it comes to differs from the schema by what Prisma
 * says. Formbricks needs an extension that PostgreSQL does not come with.
 */
class CorpusReplayTest {

    @ParameterizedTest
    @EnumSource(value = CorpusDriftTest.Repository.class, mode = EnumSource.Mode.EXCLUDE, names = "FORMBRICKS")
    void the_whole_history_applies_and_comes_to_what_prisma_says(CorpusDriftTest.Repository repository)
            throws IOException {
        DatabaseSchema expected = repository.expected();
        ReplayPlan plan =
                new ReplayPlan("public", Replay.migrations(repository.migrations()), Duration.ofSeconds(60), false, 0);
        try (PostgresFixture.Database server = PostgresFixture.database();
                Scratch scratch = ServerScratch.created(LiveDatabase.url(server), Path.of("."), true)) {
            Replayed replayed = new MigrationReplay(scratch, plan, ReplayListener.NOBODY, MakerRecords.ofUser()).run();

            assertThat(replayed.failure().map(FailedMigration::finding)).isEmpty();
            LiveDatabase live = LiveDatabase.look(expected, scratch.url());
            assertThat(new DriftFacts(expected, live.actual()).of(live.drift()))
                    .containsExactlyInAnyOrderElementsOf(
                            PrismaSummary.facts(Files.readString(repository.answer("expected-diff.txt"))));
        }
    }
}
