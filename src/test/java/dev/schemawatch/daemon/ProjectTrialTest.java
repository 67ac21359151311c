package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.daemon.MigrationTrial.Tried;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.WorkspaceScanner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProjectTrialTest {

    @Test
    void finds_what_the_command_finds() {
        assertThat(trial("bad-statement").findings())
                .extracting(Finding::rule)
                .containsExactly("migration-does-not-apply");
    }

    @Test
    void compares_what_the_migrations_come_to_with_the_schema() {
        Tried tried = trial("bad-forgotten-migration");

        assertThat(tried.findings()).isEmpty();
        assertThat(tried.words()).isEqualTo("tried 1 migration");
        assertThat(tried.outcomes()).containsOnlyKeys("dry run");
        assertThat(Objects.requireNonNull(tried.outcomes().get("dry run")).drift())
                .singleElement()
                .satisfies(drift ->
                        assertThat(drift.difference().object().display()).isEqualTo("public.User.name"));
    }

    @Test
    void compares_nothing_when_a_migration_fails() {
        assertThat(trial("bad-statement").outcomes()).isEmpty();
    }

    private static Tried trial(String fixture) {
        Path folder = Path.of("src/test/resources/dryrun", fixture).toAbsolutePath();
        Setup setup = Setup.load(folder, Overrides.NONE, Map.of());
        return new ProjectTrial(setup, Map.of())
                .of(new WorkspaceScanner(setup.scan()).scan().workspace(), ReplayListener.NOBODY);
    }
}
