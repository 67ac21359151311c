package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.prisma.validation.SchemaValidator;
import dev.schemawatch.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and what is made of them: {@code ok-*} without a finding, {@code bad-*} with some; {@code *-prisma-5} by its rules. */
class PrismaFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/prisma");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void lowers_to_what_the_fixture_expects(Path folder) throws IOException {
        SchemaFiles files = SchemaFiles.below(folder);
        int major = folder.toString().endsWith("-prisma-5") ? 5 : 7;

        List<Parsed<PrismaAst>> parsed = files.parsed();
        List<Finding> findings = SchemaValidator.validate(parsed, major);
        List<PrismaAst> trees = parsed.stream().map(Parsed::value).toList();
        Lowered lowered = SchemaLowering.lower(PrismaSchemaResolver.resolve(trees), major, "public");

        assertThat(findings.isEmpty()).isEqualTo(folder.getFileName().toString().startsWith("ok-"));
        Golden.assertMatches(folder.resolve("expected.txt"), SchemaDump.of(findings, lowered));
    }
}
