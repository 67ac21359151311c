package dev.schemawatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
class HostileEnvFileTest {
    private static final int LINES = 5_000;

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("PLACE").append(i).append("=undefined\n");
            text.append("AGAIN=").append(i).append('\n');
            text.append("REFERS").append(i).append("=${NOBODY").append(i).append("}\n");
            text.append("no assignment\n");
        }
        StringBuilder example = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            example.append("SHOWN").append(i).append("=x\n");
        }
        command = new CommandHarness(folder)
                .file("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n  url = env(\"A\")\n}\n")
                .file("schemawatch.yaml", "env:\n  documented-in: [README.md]\n")
                .file("README.md", "# Shop\n")
                .file(".env", text.toString())
                .file("prisma/.env", text.toString())
                .file(".env.example", example.toString());
    }

    @Test
    void no_rule_tells_more_than_a_hundred_findings_of_a_file_and_each_counts_the_rest() throws IOException {
        Map<String, Integer> found = findings("check");
        assertThat(found).allSatisfy((_, count) -> assertThat(count).isLessThanOrEqualTo(101));
        assertThat(found)
                .containsEntry("placeholder-in-env-value .env", 101)
                .containsEntry("duplicate-env-variable .env", 101)
                .containsEntry("unresolved-env-reference .env", 101)
                .containsEntry("shadowed-env-variable prisma/.env", 101);
        assertThat(command.run("check").out())
                .contains(
                        ".env: warning duplicate-env-variable: 4899 more findings of this rule are not shown;",
                        "and 4900 more; add them, or list what may be left out");
    }

    @Test
    void the_verdict_on_an_environment_says_that_more_is_missing() throws IOException {
        assertThat(findings("env")).containsEntry("missing-env-variable .env", 101);
        assertThat(command.run("env").err()).contains(", more in .env.");
    }

    private Map<String, Integer> findings(String name) throws IOException {
        JsonNode findings = new ObjectMapper()
                .readTree(command.run(name, "--format", "json").out())
                .at("/findings");
        Map<String, Integer> found = new HashMap<>();
        for (JsonNode finding : findings) {
            assertThat(finding.at("/message").asText().length()).isLessThan(2_000);
            found.merge(
                    finding.at("/rule").asText() + " "
                            + finding.at("/where/file").asText(),
                    1,
                    Integer::sum);
        }
        return found;
    }
}
