package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvExpansionTest {

    @Test
    void resolves_references_to_the_file_and_to_the_process() {
        assertThat(value("URL=pg://${HOST}:${PORT}/${NOWHERE}x\nHOST=localhost", Map.of("PORT", "5432")))
                .isEqualTo("pg://localhost:5432/x");
    }

    @Test
    void prefers_the_process_over_the_file() {
        assertThat(value("URL=${HOST}\nHOST=file", Map.of("HOST", "process"))).isEqualTo("process");
    }

    @Test
    void leaves_escaped_references_and_bare_dollar_signs() {
        assertThat(value("URL=\\${HOST} $HOST pa$$word\nHOST=h", Map.of())).isEqualTo("${HOST} $HOST pa$$word");
    }

    @Test
    void ends_where_a_value_refers_to_itself() {
        assertThat(value("URL=a${B}\nB=b${URL}", Map.of())).isEqualTo("ab");
    }

    @Test
    void bounds_what_references_can_grow_to() {
        StringBuilder text = new StringBuilder("URL=${V0}${V0}\n");
        for (int i = 0; i < 30; i++) {
            text.append("V")
                    .append(i)
                    .append("=${V")
                    .append(i + 1)
                    .append("}${V")
                    .append(i + 1)
                    .append("}\n");
        }
        text.append("V30=0123456789");
        assertThat(value(text.toString(), Map.of())).hasSizeLessThan(1_000_000);
    }

    @Test
    void knows_only_the_names_of_the_file() {
        assertThat(new EnvExpansion(EnvParser.parse(".env", "A=1"), Map.of("B", "2")).value("B"))
                .isEmpty();
    }

    private static String value(String text, Map<String, String> process) {
        return new EnvExpansion(EnvParser.parse(".env", text), process)
                .value("URL")
                .orElseThrow();
    }
}
