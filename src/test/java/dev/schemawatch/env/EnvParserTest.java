package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemawatch.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The expected values are what npm's dotenv 16 answers for the same text. */
class EnvParserTest {

    @Test
    void reads_plain_values_without_blanks_and_comments() {
        assertThat(values("A=1\n  B = two words  # why\nC=a#b\nD=\nE: f\n"))
                .containsExactly(
                        tuple("A", "1"), tuple("B", "two words"), tuple("C", "a"), tuple("D", ""), tuple("E", "f"));
    }

    @Test
    void reads_quoted_values() {
        assertThat(values("A='x # y'\nB=\"a\\nb\"\nC=`it's \"so\"`\nD='a\\nb'\n"))
                .containsExactly(
                        tuple("A", "x # y"), tuple("B", "a\nb"), tuple("C", "it's \"so\""), tuple("D", "a\\nb"));
    }

    @Test
    void reads_values_over_several_lines_with_any_line_end() {
        assertThat(values("KEY=\"-----BEGIN\r\nabc\r\n-----END\"\r\nNEXT=1"))
                .containsExactly(tuple("KEY", "-----BEGIN\nabc\n-----END"), tuple("NEXT", "1"));
    }

    @Test
    void reads_exported_names_and_a_variable_called_export() {
        assertThat(values("export A=1\nexport=2\n\uFEFFexport\tB.c-d=3"))
                .containsExactly(tuple("A", "1"), tuple("export", "2"), tuple("B.c-d", "3"));
    }

    @Test
    void keeps_an_escaped_quote_with_its_backslash() {
        assertThat(values("A=\"say \\\"hi\\\"\" # done")).containsExactly(tuple("A", "say \\\"hi\\\""));
    }

    @Test
    void makes_a_quote_that_is_never_closed_part_of_the_value_and_says_so() {
        EnvFile file = EnvParser.parse(".env", "A=\"abc\nB=1");
        assertThat(file.variables())
                .extracting(EnvVariable::name, EnvVariable::value)
                .containsExactly(tuple("A", "\"abc"), tuple("B", "1"));
        assertThat(file.findings())
                .extracting(finding -> finding.location().display(), Finding::rule)
                .containsExactly(tuple(".env:1:1", "env-syntax"));
    }

    @Test
    void reports_lines_that_loaders_skip() {
        EnvFile file = EnvParser.parse("server/.env", "A=1\n=value\nJUST_A_NAME\nB=2");
        assertThat(file.variables()).extracting(EnvVariable::name).containsExactly("A", "B");
        assertThat(file.findings())
                .extracting(
                        finding -> finding.location().display(),
                        finding -> finding.message().split(":")[0])
                .containsExactly(
                        tuple("server/.env:2:1", "no variable name at the start of the line"),
                        tuple("server/.env:3:1", "no = in this line"));
    }

    @Test
    void a_key_of_several_lines_without_quotes_is_one_finding_and_sets_one_variable() {
        EnvFile file = EnvParser.parse(".env", """
                KEY=-----BEGIN PRIVATE KEY-----
                CNRYMIIEvQIBADANBgkqhkiG9w0BAQEFAASC
                CNRYq==
                -----END PRIVATE KEY-----
                NEXT=1
                """);
        assertThat(file.variables()).extracting(EnvVariable::name).containsExactly("KEY", "NEXT");
        assertThat(file.findings())
                .hasSize(1)
                .first()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("a key or certificate of several lines without quotes")
                        .doesNotContain("CNRY"));
    }

    @Test
    void a_key_that_is_never_closed_ends_where_the_next_variable_begins() {
        EnvFile file = EnvParser.parse(".env", "KEY=-----BEGIN PRIVATE KEY-----\nCNRYMIIE\nNEXT=1\n");
        assertThat(file.variables()).extracting(EnvVariable::name).containsExactly("KEY", "NEXT");
    }

    @Test
    void hides_a_name_that_looks_like_a_piece_of_a_secret() {
        EnvFile file = EnvParser.parse(".env", "CNRYq7Ab==\nDATABASE_URL=x\nnpm_config_cache=x\napiKey=x\nS3_KEY=x\n");
        assertThat(file.variables())
                .extracting(EnvVariable::label)
                .containsExactly("(hidden-name:1)", "DATABASE_URL", "npm_config_cache", "apiKey", "S3_KEY");
        assertThat(file.findings()).hasSize(1);
    }

    @Test
    void reports_a_hundred_broken_lines_and_counts_the_others() {
        Instant start = Instant.now();
        EnvFile file = EnvParser.parse(".env", "no sign\n".repeat(1_000_000));
        assertThat(file.findings()).hasSize(101);
        assertThat(file.findings().getLast().message()).startsWith("999900 more lines");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void locates_entries_by_line_and_column_in_code_points() {
        EnvFile file = EnvParser.parse(".env", "# \uD83D\uDE00\nA='x\ny'\n  export B=1");
        assertThat(file.variables())
                .extracting(variable -> variable.location().display())
                .containsExactly(".env:2:1", ".env:4:10");
    }

    @Test
    void counts_the_last_entry_of_a_name() {
        assertThat(EnvParser.parse(".env", "A=1\nA=2").variable("A"))
                .hasValueSatisfying(variable -> assertThat(variable.value()).isEqualTo("2"));
    }

    @Test
    void shows_no_value_in_any_text_of_its_own() {
        EnvFile file = EnvParser.parse(".env", "A=canary\nB=\"canary\nC=canary x\ncanary-is-no-secret-here\n\"canary");
        assertThat(file.toString()).doesNotContain("canary");
        assertThat(file.variables().toString()).doesNotContain("canary");
        assertThat(file.findings().get(0).message()).doesNotContain("canary");
    }

    @Test
    void takes_linear_time_for_hostile_text() {
        String hostile = "A=\"\\\"   \nB='\\'  \nC=`\\`\n".repeat(60_000) + "A=\"" + "\\\" ".repeat(300_000);
        Instant start = Instant.now();
        EnvParser.parse(".env", hostile);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Property
    void never_throws_and_keeps_locations_inside_the_text(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = '\u0000', to = '\uFFFF')
                    @Chars({'"', '\'', '`', '\\', '=', ':', '#', ' ', '\n', '\r', 'A', '$', '{', '}'})
                    String text) {
        EnvFile file = EnvParser.parse(".env", text);
        assertThat(file.variables()).allSatisfy(variable -> {
            assertThat(variable.location().offset() + variable.location().length())
                    .isLessThanOrEqualTo(text.length());
            assertThat(text.substring(variable.location().offset())).startsWith(variable.name());
            new EnvExpansion(file, Map.of()).value(variable.name());
        });
    }

    @Property
    void reads_back_a_value_in_single_quotes(
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '&') String value) {
        assertThat(values("BEFORE=1\nA='" + value + "'\nAFTER=2"))
                .containsExactly(tuple("BEFORE", "1"), tuple("A", value), tuple("AFTER", "2"));
    }

    private static List<Tuple> values(String text) {
        return EnvParser.parse(".env", text).variables().stream()
                .map(variable -> tuple(variable.name(), variable.value()))
                .toList();
    }
}
