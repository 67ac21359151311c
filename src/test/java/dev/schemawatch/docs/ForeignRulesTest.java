package dev.schemawatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.support.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says, for each rule of other linters of migrations, which of ours it is, or why there is none. */
final class ForeignRulesTest {
    private static final Path PAGE = Path.of("src/site/markdown/foreign-rules.md");
    private static final Path NAMES = Path.of("src/test/resources/docs/foreign-rules.txt");

    @Test
    void the_page_is_up_to_date() {
        List<Foreign> all = all();
        String tables = all.stream()
                .map(Foreign::tool)
                .distinct()
                .map(tool -> "## %s\n\n| %s | here |\n|---|---|\n%s"
                        .formatted(
                                tool,
                                tool,
                                all.stream()
                                        .filter(foreign -> foreign.tool().equals(tool))
                                        .map(Foreign::row)
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
        Golden.assertMatches(PAGE, """
                <!-- Made from the aliases of the rules: ./mvnw verify -Dgolden=update -->
                # Rules of other linters

                Several tools look at migrations of PostgreSQL. For each of their rules, the rules of Schemawatch that look for the
                same, or why there is none. Their comments (`-- squawk-ignore …`, `-- atlas:nolint …`, `-- eugene: ignore …`,
                `-- pgls-ignore …`) silence the rules in the right column too.

                """ + tables);
    }

    @Test
    void every_rule_of_another_linter_has_one_here_or_a_reason() {
        assertThat(all())
                .isNotEmpty()
                .allSatisfy(foreign -> assertThat(foreign.reason().isPresent())
                        .as("%s is either answered or explained", foreign)
                        .isEqualTo(foreign.ours().isEmpty()));
    }

    @Test
    void every_alias_is_the_name_of_a_rule() {
        List<String> names = all().stream()
                .map(foreign -> foreign.tool() + ":" + foreign.name())
                .toList();
        List<String> tools = all().stream().map(Foreign::tool).distinct().toList();
        assertThat(Checks.rules().stream()
                        .flatMap(rule -> rule.aliases().stream())
                        .filter(alias -> tools.contains(alias.tool()))
                        .map(alias -> alias.tool() + ":" + alias.name()))
                .isSubsetOf(names);
    }

    private static List<Foreign> all() {
        try (Stream<String> lines = Files.lines(NAMES)) {
            return lines.filter(line -> !line.startsWith("#")).map(Foreign::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + NAMES, e);
        }
    }

    /**
     * A rule of another tool.
     *
     * @param reason why there is none here
     */
    private record Foreign(String tool, String name, Optional<String> reason) {
        static Foreign of(String line) {
            String[] parts = line.split(" = ", 2);
            String[] words = parts[0].split(" ", 2);
            return new Foreign(words[0], words[1], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
        }

        List<Rule> ours() {
            return Checks.rules().stream()
                    .filter(rule -> rule.aliases().contains(new Rule.Alias(tool, name)))
                    .toList();
        }

        String row() {
            String here = reason.orElseGet(() -> ours().stream()
                    .map(rule -> "[%s](rules/%s.md)%s"
                            .formatted(rule.id(), rule.id(), rule.optIn() ? " (off until wanted)" : ""))
                    .collect(Collectors.joining(", ")));
            return "| %s | %s |\n".formatted(name, here);
        }
    }
}
