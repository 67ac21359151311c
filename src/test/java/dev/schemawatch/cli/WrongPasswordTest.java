package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a server that asks for a password. */
@Tag("program")
class WrongPasswordTest {

    @TempDir
    Path folder;

    @Test
    void a_wrong_password_is_called_so_and_not_shown() throws IOException {
        try (LocalServer server = LocalServer.start(PostgresBinaries.find(), "right")) {
            String url = "postgresql://postgres:canary-7f3a@127.0.0.1:" + server.port() + "/postgres";
            CommandHarness.Result result = new CommandHarness(folder)
                    .file("schema.prisma", "model User {\n  id Int @id\n}\n")
                    .variable("DATABASE_URL", url)
                    .run("drift")
                    .endsWith(ExitStatus.FAILED);
            assertThat(result.out()).contains("could not look (auth)", "Check user and password");
            assertThat(result.out() + result.err()).doesNotContain("canary-7f3a");
        }
    }
}
