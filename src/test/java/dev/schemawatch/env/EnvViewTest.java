package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvViewTest {

    @Test
    void the_strongest_file_counts_even_where_it_is_empty() {
        EnvView view = view("A=\nB=strong", "A=weak\nB=weak\nC=weak");
        assertThat(view.value("A")).contains("");
        assertThat(view.isSet("A")).isFalse();
        assertThat(view.value("B")).contains("strong");
        assertThat(view.entry("C").orElseThrow().location().path()).isEqualTo("file1");
        assertThat(view.names()).containsExactly("A", "B", "C");
    }

    @Test
    void a_reference_leads_to_what_counts_in_all_files() {
        assertThat(view("HOST=strong", "URL=pg://${HOST}\nHOST=weak").prismaValue("URL"))
                .contains("pg://strong");
    }

    /** What dotenv-expand 11 and 12 make of the same file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${HOST}:$PORT            | localhost:5432
                    ${NOPE}x$NOPE            | x
                    ${NOPE:-dflt}            | dflt
                    ${NOPE-dflt}             | dflt
                    ${HOST:-dflt}            | localhost
                    ${EMPTY:-dflt}           | dflt
                    ${EMPTY:-${HOST}}        | localhost
                    \\${HOST}\\$PORT         | ${HOST}$PORT
                    pa$$word                 | pa$
                    \\\\$PORT$PORT            | \\\\54325432
                    """)
    void references_are_resolved_as_frameworks_do(String raw, String expected) {
        assertThat(view("HOST=localhost\nPORT=5432\nEMPTY=\nX='" + raw + "'").value("X"))
                .contains(expected);
    }

    @Test
    void prisma_knows_neither_defaults_nor_references_without_braces() {
        assertThat(view("HOST=localhost\nX='${NOPE:-dflt} $HOST ${HOST}'").prismaValue("X"))
                .contains("${NOPE:-dflt} $HOST localhost");
    }

    @Test
    void a_circle_of_references_ends() {
        assertThat(view("A=a${B}\nB=b${A:-end}").value("A")).contains("abend");
    }

    @Test
    void names_what_nobody_sets_unless_there_is_a_default() {
        EnvView view = view("URL='${USER_NAME}:${PASSWORD:-x}@${HOST} $BARE \\${ESCAPED}'\nHOST=h");
        assertThat(view.unresolved("URL")).containsExactly("USER_NAME");
        assertThat(view("A=${B}\nB=${C}").references("A")).containsExactly("B", "C");
    }

    @Test
    void shows_no_value() {
        assertThat(view("A=CANARY").toString()).doesNotContain("CANARY");
    }

    @Property
    void never_throws_and_never_grows_without_bound(
            @ForAll
                    @StringLength(max = 60)
                    @AlphaChars
                    @CharRange(from = ' ', to = '/')
                    @Chars({'$', '{', '}', ':', '-', '+', '\\', '=', '\n', 'A', 'B'})
                    String text) {
        EnvView view = view("A=${B}${B}\nB=${A}$A\n" + text);
        for (String name : view.names()) {
            assertThat(view.value(name).orElseThrow()).hasSizeLessThan(1_000_000);
            assertThat(view.prismaValue(name).orElseThrow()).hasSizeLessThan(1_000_000);
        }
    }

    private static EnvView view(String... strongestFirst) {
        return new EnvView(IntStream.range(0, strongestFirst.length)
                .mapToObj(i -> EnvParser.parse("file" + i, strongestFirst[i]))
                .toList());
    }

    @Test
    void the_files_keep_their_order() {
        assertThat(view("A=1", "A=2").files()).extracting(EnvFile::path).isEqualTo(List.of("file0", "file1"));
    }
}
