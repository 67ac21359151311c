package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.daemon.MigrationTrial.Tried;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.WorkspaceScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void says_that_the_schema_says_something_else() {
        assertThat(trial("bad-forgotten-migration"))
                .isEqualTo(new Tried(
                        List.of(),
                        "tried 1 migration, and the schema says something else: schemawatch dry-run shows what"));
    }

    private static Tried trial(String fixture) {
        Path folder = Path.of("src/test/resources/dryrun", fixture).toAbsolutePath();
        Setup setup = Setup.load(folder, Overrides.NONE, Map.of());
        return new ProjectTrial(setup, Map.of())
                .of(new WorkspaceScanner(setup.scan()).scan().workspace(), ReplayListener.NOBODY);
    }
}
