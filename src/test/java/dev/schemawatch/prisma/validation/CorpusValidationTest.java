package dev.schemawatch.prisma.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.support.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds verdict, severity and place of each of Prisma's own fixtures against what Prisma 6.19 says of it. */
class CorpusValidationTest {

    @TestFactory
    Stream<DynamicTest> says_of_a_fixture_what_prisma_says() throws IOException {
        Path folder = Corpus.path("psl-validation");
        ObjectMapper json = new ObjectMapper();
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
            JsonNode fixture = json.readTree(line);
            String name = fixture.path("f").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                String text = Files.readString(folder.resolve(name));
                assertThat(ours(text)).isEqualTo(prismas(fixture.path("diagnostics"), text));
            }));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    /** A verdict and its place, in characters. */
    private record Verdict(Severity severity, int offset, int length) {}

    private static Set<Verdict> ours(String text) {
        return SchemaValidator.validate(List.of(PrismaParser.parse("schema.prisma", text)), 6).stream()
                .filter(finding -> finding.severity().atLeast(Severity.WARNING))
                .map(CorpusValidationTest::verdict)
                .collect(Collectors.toSet());
    }

    private static Verdict verdict(Finding finding) {
        Location.InFile place = (Location.InFile) finding.location();
        return new Verdict(finding.severity(), place.offset(), place.length());
    }

    private static Set<Verdict> prismas(JsonNode diagnostics, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<Verdict> verdicts = new HashSet<>();
        for (JsonNode diagnostic : diagnostics) {
            int start = characters(bytes, diagnostic.path("start").asInt());
            int end = characters(bytes, diagnostic.path("end").asInt());
            Severity severity = diagnostic.path("is_warning").asBoolean() ? Severity.WARNING : Severity.ERROR;
            verdicts.add(new Verdict(severity, start, end - start));
        }
        return verdicts;
    }

    private static int characters(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.UTF_8).length();
    }
}
