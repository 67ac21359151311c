package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of small schemas, group by group. Verdicts and places of all of them are those of Prisma 6.19, and of 7.10 in
 * the group {@code prisma-7}; but for other databases, where Prisma says more.
 */
class ValidationFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/validation");

    static List<Path> groups() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void says_what_the_group_expects(Path group) throws IOException {
        int major = group.endsWith("prisma-7") ? 7 : 6;
        StringBuilder said = new StringBuilder();
        for (Path schema : schemas(group)) {
            String name = schema.getFileName().toString();
            said.append(name).append('\n');
            SchemaValidator.validate(List.of(PrismaParser.parse(name, Files.readString(schema))), major)
                    .forEach(finding -> said.append(line(finding)));
        }
        Golden.assertMatches(group.resolve("expected.txt"), said.toString());
    }

    private static List<Path> schemas(Path group) throws IOException {
        try (Stream<Path> files = Files.list(group)) {
            return files.filter(file -> file.toString().endsWith(".prisma"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(Finding finding) {
        Location.InFile place = (Location.InFile) finding.location();
        return "  " + place.line() + ":" + place.column() + "+" + place.length() + " "
                + finding.severity().word() + " " + finding.rule() + " " + finding.subject() + ": " + finding.message()
                + "\n";
    }
}
