package dev.schemawatch.docs;

import dev.schemawatch.checks.CheckFixture;
import dev.schemawatch.finding.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of a rule, made of the rule's own words and, where it is about files, of its fixtures: so every example on it is a test. */
record RulePage(Rule rule, List<CheckFixture> fixtures) {
    private static final String COMMITTED = "HEAD/";

    String markdown() {
        Optional<CheckFixture> bad =
                fixtures.stream().filter(CheckFixture::isBad).findFirst();
        Optional<CheckFixture> ok = fixtures.stream().filter(CheckFixture::isOk).findFirst();
        return """
               <!-- Made from the rule and its fixtures: ./mvnw verify -Dgolden=update -->
               # %s

               %s. Severity: %s%s.

               ## Why

               %s

               %s## Instead

               %s
               %s%s""".formatted(
                        rule.id(),
                        rule.summary(),
                        rule.severity().word(),
                        rule.optIn() ? "; off unless the configuration switches it on" : "",
                        rule.why(),
                        bad.map(RulePage::found).orElse(""),
                        rule.instead(),
                        ok.map(fixture -> "\n" + repository(fixture)).orElse(""),
                        names());
    }

    private String names() {
        String former = rule.formerIds().isEmpty() ? "" : "\nFormerly: " + String.join(", ", rule.formerIds()) + ".\n";
        String aliases = rule.aliases().isEmpty()
                ? ""
                : "\nElsewhere: "
                        + rule.aliases().stream()
                                .map(alias -> alias.name() + " (" + alias.tool() + ")")
                                .collect(Collectors.joining(", "))
                        + ".\n";
        return former + aliases;
    }

    private static String found(CheckFixture fixture) {
        return "## Found\n\n" + repository(fixture) + "\n```text\n" + read(fixture.expected()) + "```\n\n";
    }

    private static String repository(CheckFixture fixture) {
        return fixture.contents().stream().map(file -> file(fixture, file)).collect(Collectors.joining("\n"));
    }

    private static String file(CheckFixture fixture, String file) {
        boolean committed = file.startsWith(COMMITTED);
        String title = "`" + (committed ? file.substring(COMMITTED.length()) : file) + "`"
                + (committed ? " in the last commit" : "");
        if (file.endsWith("/")) {
            return title + ", an empty folder\n";
        }
        String text = read(fixture.folder().resolve(file));
        if (text.isEmpty()) {
            return title + ", an empty file\n";
        }
        return title + "\n\n```" + language(file) + "\n" + text + (text.endsWith("\n") ? "" : "\n") + "```\n";
    }

    private static String language(String file) {
        int dot = file.lastIndexOf('.');
        return file.startsWith(".env") ? "shell" : file.substring(dot + 1);
    }

    /** Bytes that are no text are shown as the replacement character, and lines end as those of the page do. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("reading fixture " + file, e);
        }
    }
}
