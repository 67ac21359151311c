package dev.schemawatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.env.DuplicateEnvVariable;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateEnvVariableTest {

    @Test
    void tells_a_hundred_and_how_many_more() {
        List<Finding> findings = new DuplicateEnvVariable()
                .inspect(EnvParser.parse(".env", "A=1\n".repeat(50_000)))
                .toList();
        assertThat(findings).hasSize(101);
        assertThat(findings.getLast().message()).startsWith("49899 more entries");
    }
}
