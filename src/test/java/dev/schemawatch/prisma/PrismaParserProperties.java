package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.validation.SchemaValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text makes the parser, the resolver or the lowering fail, and whatever they report lies inside the text. */
class PrismaParserProperties {
    private static final List<String> TEXTS = texts();
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "@",
            "@@",
            ",",
            ":",
            ".",
            "?",
            "-",
            "/*",
            "*/",
            "//",
            "///",
            "\\",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\u0000",
            "\ud83d",
            "\ude00",
            "😀",
            "é",
            "model ",
            "enum A {\n",
            "view ",
            "type X = ",
            "datasource db {\n",
            "Unsupported(\"",
            "@relation(fields: [",
            "@default(",
            "dbgenerated(",
            "@@index([",
            "@db.",
            "_",
            "0",
            "1e9",
            "where: { a: ");

    @Property(tries = 1_000)
    void any_mutation_of_a_schema_is_read(@ForAll("mutated") String text) {
        Parsed<PrismaAst> parsed = PrismaParser.parse("s.prisma", text);
        Lowered lowered = SchemaLowering.lower(PrismaSchemaResolver.resolve(List.of(parsed.value())), 7, "public");

        assertThat(lowered).isNotNull();
        SchemaValidator.validate(List.of(parsed), 7).forEach(finding -> assertInside(text, finding));
    }

    @Property(tries = 500)
    void any_text_is_read(@ForAll String text) {
        PrismaParser.parse("s.prisma", text).findings().forEach(finding -> assertInside(text, finding));
    }

    @Property(tries = 500)
    void a_well_formed_schema_has_no_finding(@ForAll("wellFormed") String text) {
        Parsed<PrismaAst> parsed = PrismaParser.parse("s.prisma", text);

        assertThat(parsed.findings()).isEmpty();
        assertThat(SchemaValidator.validate(List.of(parsed), 7)).isEmpty();
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> original = Arbitraries.of(TEXTS);
        Arbitrary<List<Mutation>> mutations = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(PIECES))
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
        return Combinators.combine(original, mutations).as((text, list) -> {
            String changed = text;
            for (Mutation mutation : list) {
                changed = mutation.applyTo(changed);
            }
            return changed;
        });
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Arbitraries.of(
                        "Int",
                        "String?",
                        "DateTime",
                        "Json",
                        "Bytes[]",
                        "Boolean @default(true)",
                        "BigInt @unique",
                        "Float @default(-1.5)",
                        "Decimal @db.Decimal(10, 2)",
                        "E",
                        "E[] @default([X, Y])",
                        "E @default(X)",
                        "String @default(\"a \\\"b\\\" \\u00e9\") @map(\"x y\") // end",
                        "DateTime @default(now()) @updatedAt",
                        "Unsupported(\"tsvector\")?",
                        "String @default(dbgenerated(\"gen()\")) @ignore /// doc")
                .list()
                .ofMaxSize(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(PrismaParserProperties::schema);
    }

    private static String schema(List<List<String>> models) {
        StringBuilder text =
                new StringBuilder("datasource db {\n  provider = \"postgresql\"\n}\n\nenum E {\n  X\n  Y\n}\n");
        for (int model = 0; model < models.size(); model++) {
            text.append("\n/// Model\nmodel M").append(model).append(" {\n  id Int @id @default(autoincrement())\n");
            List<String> fields = models.get(model);
            for (int field = 0; field < fields.size(); field++) {
                text.append("\tf")
                        .append(field)
                        .append(' ')
                        .append(fields.get(field).replace("x y", "x y" + field))
                        .append("\r\n");
            }
            if (model > 0) {
                int other = model - 1;
                text.append("  ref Int\n  to M").append(other).append(" @relation(fields: [ref], references: [id])\n");
            }
            if (model + 1 < models.size()) {
                text.append("  from M").append(model + 1).append("[]\n");
            }
            text.append("  @@index([id(sort: Desc)], map: \"i").append(model).append("\")\n}\n");
        }
        return text.toString();
    }

    /** Cuts {@code length} characters out at a place, and puts a piece there. */
    private record Mutation(double place, int length, String piece) {
        String applyTo(String text) {
            int from = (int) (place * text.length());
            int to = Math.min(text.length(), from + (length > 20 ? 0 : length));
            return text.substring(0, from) + piece + text.substring(to);
        }
    }

    private static void assertInside(String text, Finding finding) {
        Location.InFile place = (Location.InFile) finding.location();
        if (place.line() == 0) {
            return;
        }
        assertThat(place.offset() + place.length()).isLessThanOrEqualTo(text.length());
        assertThat(place.offset()).isNotNegative();
        assertThat(place.length()).isNotNegative();
        String before = text.substring(0, place.offset());
        String[] lines = before.split("\r\n|\r|\n", -1);
        assertThat(place.line()).isEqualTo(lines.length);
        String last = lines[lines.length - 1];
        assertThat(place.column()).isEqualTo(last.codePointCount(0, last.length()) + 1);
    }

    /** Our fixtures, and the corpus where there is one. */
    private static List<String> texts() {
        Path corpus = Path.of(Optional.ofNullable(System.getProperty("schemawatch.corpus"))
                .or(() -> Optional.ofNullable(System.getenv("SCHEMAWATCH_CORPUS")))
                .orElse("../shared/corpus"));
        return Stream.of(Path.of("src/test/resources/prisma"), corpus)
                .filter(Files::isDirectory)
                .flatMap(PrismaParserProperties::schemasBelow)
                .toList();
    }

    private static Stream<String> schemasBelow(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(path -> path.toString().endsWith(".prisma"))
                    .map(PrismaParserProperties::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
