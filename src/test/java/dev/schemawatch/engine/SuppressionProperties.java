package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.env.EnvSuppressions;
import dev.schemawatch.finding.Suppressions;
import dev.schemawatch.prisma.SchemaSuppressions;
import dev.schemawatch.sql.ScriptSuppressions;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Suppressions are read out of whatever people write, and each says where in the text it stands. */
final class SuppressionProperties {

    @Property
    void every_text_is_read_in_every_language(@ForAll("texts") String text) {
        for (Suppressions read : List.of(
                SchemaSuppressions.read("a", text),
                ScriptSuppressions.read("a", text),
                EnvSuppressions.read("a", text))) {
            assertThat(read.all())
                    .allSatisfy(suppression -> assertThat(text.substring(
                                    suppression.comment().offset(),
                                    suppression.comment().offset()
                                            + suppression.comment().length()))
                            .contains("schemawatch-ignore"));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "schemawatch-ignore a-rule: reason",
                        "schemawatch-ignore-start a",
                        "schemawatch-ignore-end",
                        "schemawatch-ignore",
                        "-file x, y:",
                        "//",
                        "///",
                        "/*",
                        "*/",
                        "--",
                        "#",
                        "\n",
                        "\r\n",
                        "\r",
                        " ",
                        "\"",
                        "'",
                        "$$",
                        ";",
                        "model A {",
                        "}",
                        "id Int @id",
                        "A=5",
                        "B=\"",
                        "SELECT 1",
                        "@@map(\"",
                        "\\",
                        "\u00e9\ud83d\ude00",
                        ":",
                        ",")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
