package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PrismaParserTest {

    @Test
    void places_a_field_by_line_column_and_offset() {
        String text = "// é\r\nmodel A {\r\n\t😀?\r\n  id Int\r\n}\r\n";

        FieldNode id = model(text).fields().getFirst();

        assertThat(id.location()).isEqualTo(new Location.InFile("s.prisma", 4, 3, text.indexOf("id"), 8));
    }

    @Test
    void counts_columns_in_code_points() {
        List<Finding> findings = findings("model A {\n  id Int @map(\"😀\") §\n  id2 Int @map(\"😀\\q\")\n}\n");

        assertThat(findings).extracting(Finding::message).first().asString().startsWith("at column 20: ");
        assertThat(findings)
                .extracting(finding -> finding.location().display())
                .last()
                .isEqualTo("s.prisma:3:18");
    }

    @Test
    void keeps_what_stands_around_a_broken_line() {
        ModelBlock model = model("model A {\n  id Int @id\n  ???\n  name String\n}\n");

        assertThat(model.fields()).extracting(field -> field.name().text()).containsExactly("id", "name");
    }

    @Test
    void keeps_the_block_after_one_that_is_not_closed() {
        PrismaAst tree = PrismaParser.parse("s.prisma", "model A {\n  id Int\n\nenum B {\n  X\n}\n")
                .value();

        assertThat(tree.blocks()).hasExactlyElementsOfTypes(ModelBlock.class, EnumBlock.class);
    }

    @Test
    void is_silent_about_text_behind_a_brace_as_prisma_is() {
        assertThat(findings("model A { id Int @id\n  name String @unique\n}\n")).isEmpty();
    }

    @Test
    void never_quotes_a_value_of_a_datasource() {
        List<Finding> findings = findings(
                "datasource db {\n  url = \"postgresql://u:hunter2@h/d\" hunter2\n  url2 = hunter2@h\n  url3 = 'hunter2'\n}\n");

        assertThat(findings).hasSize(3);
        assertThat(findings.toString()).doesNotContain("hunter2");
    }

    @Test
    @Timeout(10)
    void survives_deep_nesting() {
        String deep = "model A {\n  id Int @default(" + "[".repeat(200_000) + ")\n  b Int @x(" + "f(".repeat(200_000)
                + ")\n  c Int @x(" + "{a:".repeat(200_000) + "}\n}\n";

        assertThat(findings(deep))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.message()).contains("nest less"));
    }

    @Test
    void reports_a_hundred_problems_and_counts_the_others() {
        List<Finding> findings = findings("?\n".repeat(250));

        assertThat(findings).hasSize(101);
        assertThat(findings.getFirst().message()).startsWith("150 more findings");
    }

    @Test
    void takes_time_in_proportion_to_the_text() {
        List<String> shapes = List.of(
                "model A {\n" + "  f Int @map(\"x\") ".repeat(1) + "@a".repeat(1_000_000) + "\n}\n",
                "model A {\n" + "/*".repeat(1_000_000) + "\n}\n",
                "\"".repeat(2_000_000),
                "model A {\n".repeat(200_000),
                "model ".repeat(300_000),
                "a(".repeat(1_000_000),
                "model A {\n  a A\n" + "  b B[]\n".repeat(100_000) + "}\nmodel B {\n" + "  a A\n".repeat(100_000)
                        + "}\n");
        for (String shape : shapes) {
            long start = System.nanoTime();
            Parsed<PrismaAst> parsed = PrismaParser.parse("s.prisma", shape);
            SchemaLowering.lower(PrismaSchemaResolver.resolve(List.of(parsed.value())), 7, "public");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(shape.substring(0, 20))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static ModelBlock model(String text) {
        return (ModelBlock)
                PrismaParser.parse("s.prisma", text).value().blocks().getFirst();
    }

    private static List<Finding> findings(String text) {
        return PrismaParser.parse("s.prisma", text).findings();
    }
}
