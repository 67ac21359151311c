package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFrameTest {

    @Test
    void marks_the_place_below_its_line() {
        assertThat(frame("a.prisma", "model A {\n  id Int @idd\n}\n", "@idd"))
                .containsExactly("    2 |   id Int @idd", "      |          ^^^^");
    }

    @Test
    void marks_no_line_end_and_no_second_line() {
        assertThat(frame("a.prisma", "model A {\r\n  id Int  \r\n}\r\n", "id Int  \r\n}"))
                .containsExactly("    2 |   id Int  ", "      |   ^^^^^^");
    }

    @Test
    void marks_one_place_where_nothing_stands() {
        assertThat(frame("a.prisma", "model A {", "")).containsExactly("    1 | model A {", "      | ^");
    }

    @Test
    void counts_what_is_seen_and_not_how_it_is_stored() {
        assertThat(frame("a.prisma", "model A {\n  😀 x", "x")).containsExactly("    2 |   😀 x", "      |     ^");
    }

    @Test
    void shows_the_neighbourhood_of_a_place_in_a_long_line() {
        List<String> frame = frame("a.prisma", "a".repeat(500) + "X" + "b".repeat(500), "X");

        assertThat(frame.getFirst()).hasSize(8 + 120).contains("aXb");
        assertThat(frame.getLast().indexOf('^')).isEqualTo(frame.getFirst().indexOf('X'));
    }

    @Test
    void prints_no_control_character() {
        assertThat(frame("a.prisma", "model \u001B[31mA {", "A").toString()).doesNotContain("\u001B");
    }

    @Test
    void shows_no_line_that_may_hold_a_secret() {
        assertThat(frame("a.prisma", "  url = \"postgresql://u:hunter2@h/d\"", "url"))
                .isEmpty();
        assertThat(frame("a.prisma", "  directUrl = hunter2@h", "directUrl")).isEmpty();
        assertThat(frame("a.prisma", "// postgresql://u:hunter2@h/d", "u")).isEmpty();
        assertThat(frame("a.prisma", "  token = \"hunter2\"", "token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url \"user:hunter2@host\"",
                "url user:hunter2@host",
                "url hunter2",
                "= \"hunter2\"",
                "\"hunter2\"",
                "url: 'hunter2'",
                "url(hunter2)",
                "} hunter2"
            })
    void shows_no_broken_setting(String setting) {
        assertThat(frame("a.prisma", "model A {\n}\ndatasource db {\n  " + setting + "\n}\n", setting))
                .isEmpty();
        assertThat(frame("a.prisma", "\uFEFFdatasource db {\n  " + setting + "\n}\n", setting))
                .isEmpty();
        assertThat(frame("a.prisma", "generator hunter2 " + setting + " {\n", setting))
                .isEmpty();
    }

    @Test
    void shows_names_and_braces_wherever_they_stand() {
        assertThat(frame("a.prisma", "datasource db {\n  url\n}\n", "url")).isNotEmpty();
        assertThat(frame("a.prisma", "datasource db {\n  url\n}\n", "db")).isNotEmpty();
        assertThat(frame("a.prisma", "modle A {\n}\n", "modle")).isNotEmpty();
    }

    @Test
    void shows_no_line_of_other_files() {
        assertThat(frame(".env", "A=1", "A")).isEmpty();
        assertThat(frame("migration.sql", "CREATE USER x PASSWORD 'y'", "x")).isEmpty();
    }

    private static List<String> frame(String path, String text, String marked) {
        int offset = text.indexOf(marked);
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        Location place = new Location.InFile(path, line, 1, offset, marked.length());
        SourceFile file = new SourceFile(path, SourceFile.Content.of(text.getBytes(StandardCharsets.UTF_8)));
        return new CodeFrame(Map.of(path, file)).of(new Finding("a-rule", Severity.ERROR, place, "subject", "message"));
    }
}
