package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.setup.InvalidSetup;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.WorkspaceScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDatabaseTest {

    @Test
    void a_secret_that_is_gone_while_the_daemon_runs_is_said_and_survived(@TempDir Path folder) {
        new TreeFixture(folder).write("schema.prisma", "");
        Setup setup = Setup.load(folder, Overrides.NONE, Map.of());
        DatabaseLook database = LiveDatabase.watched(setup, _ -> {
            throw new InvalidSetup(List.of("the file of the secret is not there"));
        });
        DatabaseLook.Sight sight =
                database.look(new WorkspaceScanner(setup.scan()).scan().workspace());
        assertThat(sight)
                .isInstanceOfSatisfying(
                        DatabaseLook.Sight.Seen.class,
                        seen -> assertThat(seen.database().state())
                                .isEqualTo(
                                        new Unavailable(Reason.CONFIGURATION, "the file of the secret is not there")));
    }
}
