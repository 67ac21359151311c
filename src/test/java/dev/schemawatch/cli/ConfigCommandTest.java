package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
class ConfigCommandTest {
    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
    }

    @Test
    void fits_on_a_terminal() {
        command.file(
                "schemawatch.yaml",
                "required-models: [Tenant, User, Package, Booking, Customer, Venue, Service, Rule]\n");
        assertThat(command.run("config").out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).matches(" +.*Rule\\]"));
    }

    @Test
    void without_a_file_everything_is_a_default() {
        assertThat(command.run("config").endsWith(ExitStatus.CLEAN).out())
                .startsWith("There is no schemawatch.yaml here or above.\n")
                .containsPattern("(?m)^schema +\\(none\\) +default$")
                .containsPattern("(?m)^databases.<name>.url-from +\\(none\\) +default$")
                .containsPattern("(?m)^drift.interval +30s +default$")
                .containsPattern("(?m)^http.port +9464 +default$");
    }

    @Test
    void each_value_is_shown_with_what_gave_it() {
        command.file("schemawatch.yaml", """
                        drift: { interval: 5m }
                        migrations: db/migrations
                        http:
                          port: 1
                        databases:
                          staging: { url-from: [STAGING_URL, DATABASE_URL] }
                        rules:
                          missing-required-model: warning
                        """)
                .file("db/schema.prisma", "")
                .variable("SCHEMAWATCH_HTTP_PORT", "2")
                .variable("SCHEMAWATCH_IGNORE", "a/**,b");
        assertThat(command.run("config", "--schema", "db/schema.prisma")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .startsWith("File: " + folder.resolve("schemawatch.yaml"))
                .containsPattern("(?m)^schema +db/schema.prisma +--schema$")
                .containsPattern("(?m)^migrations +db/migrations +schemawatch.yaml:2:1$")
                .containsPattern("(?m)^drift.interval +5m +schemawatch.yaml:1:10$")
                .containsPattern("(?m)^http.port +2 +SCHEMAWATCH_HTTP_PORT$")
                .containsPattern("(?m)^ignore +\\[a/\\*\\*, b\\] +SCHEMAWATCH_IGNORE$")
                .containsPattern(
                        "(?m)^databases.staging.url-from +\\[STAGING_URL, +schemawatch.yaml:6:14\n +DATABASE_URL\\]$")
                .containsPattern("(?m)^rules.missing-required-model +warning +schemawatch.yaml:8:3$")
                .doesNotContain("<name>");
    }

    @Test
    void a_url_is_never_shown() {
        command.file(
                        "schemawatch.yaml",
                        "databases: { a: { url: \"postgresql://h/" + CANARY + "?opaque=" + CANARY + "\" } }\n")
                .variable("SCHEMAWATCH_DATABASE_URL", "postgresql://a:" + CANARY + "@h/d");
        for (String form : new String[] {"text", "json"}) {
            CommandHarness.Result result =
                    command.run("config", "--format", form).endsWith(ExitStatus.CLEAN);
            assertThat(result.out()).contains("databases.a.url", "***");
            assertThat(result.out() + result.err()).doesNotContain(CANARY);
        }
    }

    @Test
    void programs_read_the_same() throws IOException {
        command.file("schemawatch.yaml", "fail-on: info\n");
        JsonNode all = new ObjectMapper()
                .readTree(command.run("config", "--format", "json").out());
        assertThat(all.get("file").asText())
                .isEqualTo(folder.resolve("schemawatch.yaml").toString());
        assertThat(StreamSupport.stream(all.get("values").spliterator(), false)
                        .filter(value -> value.get("key").asText().matches("fail-on|schema")))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"key\":\"schema\",\"value\":null,\"origin\":\"default\",\"place\":\"\"}",
                        "{\"key\":\"fail-on\",\"value\":\"info\",\"origin\":\"file\",\"place\":\"schemawatch.yaml:1:1\"}");
    }

    @Test
    void what_cannot_be_used_is_reported_as_by_every_command() {
        command.file("schemawatch.yaml", "shema: x\n");
        assertThat(command.run("config").endsWith(ExitStatus.CONFIGURATION).err())
                .contains("schemawatch.yaml:1:1: There is no key shema. Did you mean schema?");
    }
}
