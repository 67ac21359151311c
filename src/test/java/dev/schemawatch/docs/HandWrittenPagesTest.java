package dev.schemawatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.config.ConfigReader;
import dev.schemawatch.config.ConfigResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails when a page that somebody wrote names a rule that does not exist, or shows a configuration that is refused. */
final class HandWrittenPagesTest {
    private static final Path SITE = Path.of("src/site/markdown");

    private static final Pattern LINK = Pattern.compile("rules/([a-z-]+)\\.md");
    private static final Pattern SUPPRESSION = Pattern.compile(
            "schemawatch-ignore(?:-start|-end|-file)? ([a-z]+(?:-[a-z]+)*)(?=:|, |`|$)", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+/)?([A-Z]\\w*[a-z]\\w*)`");
    private static final Pattern CONFIGURATION =
            Pattern.compile("```yaml\\n((?:(?!```).)*?^rules:\\n.*?)```", Pattern.DOTALL | Pattern.MULTILINE);

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(SITE)) {
            return Stream.concat(pages.filter(page -> page.toString().endsWith(".md")), Stream.of(Path.of("README.md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void names_rules_that_exist(Path page) throws IOException {
        String text = Files.readString(page);

        assertThat(Stream.of(LINK, SUPPRESSION).flatMap(pattern -> all(pattern, text)))
                .allMatch(name -> Checks.catalog().find(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shows_configurations_that_are_accepted(Path page) throws IOException {
        assertThat(all(CONFIGURATION, Files.readString(page)))
                .allSatisfy(text -> assertThat(new ConfigReader(Map.of(), Checks.catalog()).read(page.toString(), text))
                        .isInstanceOf(ConfigResult.Valid.class));
    }

    @Test
    void the_architecture_names_classes_that_exist() throws IOException {
        String text = Files.readString(SITE.resolve("architecture.md"));
        Set<String> classes;
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/test/java")))) {
            classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(all(CLASS, text)).hasSizeGreaterThan(50).isSubsetOf(classes);
    }

    @Test
    void there_are_names_and_configurations_to_look_at() throws IOException {
        String text = Files.readString(SITE.resolve("suppressions.md"));

        assertThat(List.of(LINK, SUPPRESSION, CONFIGURATION))
                .allSatisfy(pattern -> assertThat(all(pattern, text)).isNotEmpty());
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
