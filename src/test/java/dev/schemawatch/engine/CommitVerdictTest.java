package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitVerdictTest {
    @Test
    void a_finding_that_only_moved_is_known() {
        CommitVerdict verdict = CommitVerdict.of(List.of(at(9, "User")), List.of(List.of(at(2, "User"))));
        assertThat(verdict).isEqualTo(new CommitVerdict(List.of(), List.of(at(9, "User"))));
    }

    @Test
    void of_two_alike_one_is_new_where_there_was_one() {
        CommitVerdict verdict =
                CommitVerdict.of(List.of(at(2, "User"), at(5, "User")), List.of(List.of(at(2, "User"))));
        assertThat(verdict).isEqualTo(new CommitVerdict(List.of(at(5, "User")), List.of(at(2, "User"))));
    }

    @Test
    void what_either_side_of_a_merge_has_is_known() {
        CommitVerdict verdict = CommitVerdict.of(
                List.of(at(1, "A"), at(2, "B"), at(3, "C")),
                List.of(List.of(at(1, "A"), at(2, "B")), List.of(at(2, "B"), at(9, "D"))));
        assertThat(verdict.introduced()).containsExactly(at(3, "C"));
    }

    @Test
    void everything_is_new_without_a_parent() {
        assertThat(CommitVerdict.of(List.of(at(1, "A")), List.of()).introduced())
                .containsExactly(at(1, "A"));
    }

    private static Finding at(int line, String subject) {
        return new Finding(
                "some-rule", Severity.ERROR, new Location.InFile("schema.prisma", line, 1, line, 1), subject, "wrong");
    }
}
