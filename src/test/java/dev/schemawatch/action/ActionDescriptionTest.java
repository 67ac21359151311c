package dev.schemawatch.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ActionDescriptionTest {
    private static final Path FILE = Path.of(".github/actions/schemawatch/action.yml");
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");

    private Map<String, Object> action = Map.of();

    @BeforeEach
    void read() throws IOException {
        action = new Yaml().load(Files.readString(FILE));
    }

    @Test
    void every_input_is_described_and_used_and_no_other_is() throws IOException {
        Set<String> used = INPUT.matcher(Files.readString(FILE))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(inputs().keySet()).isEqualTo(used);
        assertThat(inputs().values())
                .allMatch(input -> input.containsKey("description") && input.containsKey("default"));
    }

    @Test
    void what_a_workflow_says_reaches_a_script_as_a_variable_and_never_as_a_part_of_it() {
        assertThat(steps())
                .filteredOn(step -> step.containsKey("run"))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
                    assertThat(step).containsEntry("shell", "bash");
                });
    }

    @Test
    void every_script_that_is_run_is_there() {
        assertThat(steps().stream()
                        .map(step -> String.valueOf(step.get("run")))
                        .flatMap(run -> Pattern.compile("\\$GITHUB_ACTION_PATH/([a-z]+\\.sh)")
                                .matcher(run)
                                .results())
                        .map((MatchResult match) -> match.group(1)))
                .containsExactly("install.sh", "run.sh", "comment.sh")
                .allSatisfy(script -> assertThat(FILE.resolveSibling(script)).isRegularFile());
    }

    @Test
    void needs_no_secret() throws IOException {
        assertThat(Files.readString(FILE)).doesNotContain("secrets.");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, String>> inputs() {
        return (Map<String, Map<String, String>>) Objects.requireNonNull(action.get("inputs"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> steps() {
        Map<String, Object> runs = (Map<String, Object>) Objects.requireNonNull(action.get("runs"));
        return (List<Map<String, Object>>) Objects.requireNonNull(runs.get("steps"));
    }
}
