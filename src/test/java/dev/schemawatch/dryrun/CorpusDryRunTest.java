package dev.schemawatch.dryrun;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorpusDryRunTest {
    private static final DryRunRequest REQUEST =
            new DryRunRequest(Optional.empty(), Optional.empty(), false, false, false, false, Duration.ofSeconds(60));

    @Test
    void an_extension_that_is_not_there_is_named_before_anything_runs() {
        Path root = Corpus.path("real/formbricks/packages/database");
        Setup setup = Setup.load(
                root, new Overrides(Optional.empty(), Optional.of("schema"), Optional.of("migration")), Map.of());
        Workspace workspace = new WorkspaceScanner(setup.scan()).scan().workspace();
        DryRun dryRun = new DryRun(setup, workspace, workspace.projects().getFirst(), Map.of(), MakerRecords.ofUser());

        assertThatThrownBy(() -> dryRun.run(REQUEST, ReplayListener.NOBODY))
                .isInstanceOf(ScratchException.class)
                .hasMessageContaining("migration.sql")
                .hasMessageContaining(": vector");
    }
}
