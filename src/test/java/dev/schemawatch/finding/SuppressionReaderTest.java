package dev.schemawatch.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuppressionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schemawatch-ignore a-rule: why",
                "Schemawatch-ignore a-rule: why",
                "SCHEMAWATCH-IGNORE a-rule: why",
                "Schemawatch-Ignore-File a-rule: why"
            })
    void reads_the_mark_in_letters_of_any_case(String comment) {
        assertThat(SuppressionReader.mayBeIn(comment)).isTrue();
        assertThat(read(comment).all()).extracting(Suppression::rule).containsExactly("a-rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "People. schemawatch-ignore a-rule: why",
                "People.\n schemawatch-ignore a-rule",
                "see Schemawatch-ignore-file a-rule, b-rule: why",
                "(schemawatch-ignore)\nschemawatch-ignore: why"
            })
    void reports_a_mark_behind_other_text(String comment) {
        Suppressions read = read(comment);

        assertThat(read.all()).isEmpty();
        assertThat(read.problems()).extracting(Finding::rule).containsExactly("malformed-suppression");
    }

    @Test
    void leaves_alone_a_sentence_about_suppressions() {
        Suppressions read = read("People; use schemawatch-ignore comments where a rule does not apply");

        assertThat(read.all()).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"schemawatch-ignore a-rule", "schemawatch-ignore a-rule: …", "schemawatch-ignore a-rule: 1."})
    void takes_what_has_no_letter_for_no_reason(String comment) {
        assertThat(read(comment).all()).extracting(Suppression::reason).containsExactly(Optional.empty());
    }

    private static Suppressions read(String comment) {
        Location.InFile place = new Location.InFile("a.prisma", 1, 1, 0, comment.length());
        return SuppressionReader.read(List.of(new Comment(comment, place)), Optional::of);
    }
}
