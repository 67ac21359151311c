package dev.schemawatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.CheckFixture;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.report.DriftRules;
import dev.schemawatch.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails when a page that is made from the code is stale. */
final class GeneratedDocsTest {
    private static final Path RULES = Path.of("src/site/markdown/rules");
    private static final Path EXAMPLES = Path.of("src/main/resources/dev/schemawatch/rules");

    @ParameterizedTest
    @MethodSource("rules")
    void the_page_of_a_rule_is_up_to_date(Rule rule) {
        Golden.assertMatches(
                RULES.resolve(rule.id() + ".md"), new RulePage(rule, CheckFixture.of(rule.id())).markdown());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_of_a_rule_is_up_to_date(Rule rule) {
        CheckFixture.of(rule.id()).stream()
                .filter(CheckFixture::isBad)
                .findFirst()
                .ifPresent(fixture ->
                        Golden.assertMatches(EXAMPLES.resolve(rule.id() + ".txt"), new RuleExample(fixture).text()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_of_a_rule_fits_on_a_terminal(Rule rule) throws IOException {
        Path example = EXAMPLES.resolve(rule.id() + ".txt");
        if (Files.exists(example)) {
            assertThat(Files.readAllLines(example))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        }
    }

    @Test
    void every_page_and_example_is_of_a_rule() throws IOException {
        try (Stream<Path> pages = Files.list(RULES);
                Stream<Path> examples = Files.list(EXAMPLES)) {
            assertThat(Stream.concat(pages, examples)
                            .map(page -> page.getFileName().toString().replaceFirst("\\.(md|txt)$", "")))
                    .isSubsetOf(rules().map(Rule::id).collect(Collectors.toSet()));
        }
    }

    static Stream<Rule> rules() {
        return Stream.concat(Checks.rules().stream(), DriftRules.all().stream());
    }
}
