package dev.schemawatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.CheckFixture;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Rule;
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

    @ParameterizedTest
    @MethodSource("rules")
    void the_page_of_a_rule_is_up_to_date(Rule rule) {
        Golden.assertMatches(
                RULES.resolve(rule.id() + ".md"), new RulePage(rule, CheckFixture.of(rule.id())).markdown());
    }

    @Test
    void every_page_is_of_a_rule() throws IOException {
        try (Stream<Path> pages = Files.list(RULES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .isSubsetOf(rules().map(rule -> rule.id() + ".md").collect(Collectors.toSet()));
        }
    }

    static Stream<Rule> rules() {
        return Checks.rules().stream();
    }
}
