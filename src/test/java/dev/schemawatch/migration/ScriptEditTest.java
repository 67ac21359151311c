package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a script is told by what it means to whom. */
class ScriptEditTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    'SELECT 1;\\n',           'SELECT 1;\\n',             NONE
                    'SELECT 1;\\nSELECT 2;\\n', 'SELECT 1;\\r\\nSELECT 2;\\r\\n', LINE_ENDS
                    'SELECT 1;\\n',           '\\uFEFFSELECT 1;\\n',       BYTE_ORDER_MARK
                    '\\uFEFFSELECT 1;\\n',     'SELECT 1;\\r\\n',           BYTE_ORDER_MARK
                    'SELECT 1;\\n',           'SELECT 1;  \\n\\n',         WHITE_SPACE
                    'SELECT 1;\\n',           'SELECT 1;',              WHITE_SPACE
                    'SELECT 1;\\n',           'SELECT\\n  1; -- one\\n',   COMMENTS
                    'SELECT 1;\\n',           'SELECT 2;\\n',             STATEMENTS
                    'SELECT ''a b'';\\n',      'SELECT ''a  b'';\\n',       STATEMENTS
                    """)
    void tells_an_edit_by_its_consequence(String before, String now, ScriptEdit edit) {
        assertThat(ScriptEdit.between(content(before), content(now))).isEqualTo(edit);
    }

    @Test
    void mixed_line_ends_that_are_made_one_change_the_checksum_for_prisma_too() {
        assertThat(ScriptEdit.between(content("SELECT 1;\\r\\nSELECT 2;\\n"), content("SELECT 1;\\nSELECT 2;\\n")))
                .isEqualTo(ScriptEdit.WHITE_SPACE);
    }

    private static Content.Text content(String escaped) {
        String text = escaped.replace("\\r", "\r").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
        return (Content.Text)
                new SourceFile("migration.sql", Content.of(text.getBytes(StandardCharsets.UTF_8))).content();
    }
}
