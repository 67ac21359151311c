package dev.schemawatch.diff;

import static dev.schemawatch.diff.PredicateComparison.compare;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status = 'ACTIVE' | (status = 'ACTIVE'::text)",
                "status = 'ACTIVE' | ((status)::text = 'ACTIVE'::text)",
                "status = 'ACTIVE' | (status = 'ACTIVE'::public.\"Status\")",
                "\"deletedAt\" IS NULL | (\"deletedAt\" IS NULL)",
                "deleted_at is null AND Archived = false | ((deleted_at IS NULL) AND (archived = false))",
                "n != 1 | (n <> 1)",
                "note = 'it''s' | (note = 'it''s'::character varying(20))",
            })
    void what_postgresql_prints_is_what_was_written(String written, String printed) {
        assertThat(compare(written, printed)).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void another_constant_is_another_condition() {
        assertThat(compare("n > 1", "(n > 2)")).isEqualTo(Comparison.DIFFERENT);
    }

    @Test
    void another_column_is_another_condition() {
        assertThat(compare("\"N\" > 1", "(n > 1)")).isEqualTo(Comparison.DIFFERENT);
    }

    @Test
    void the_same_operands_in_another_wording_are_undecided() {
        assertThat(compare("status IN ('a', 'b')", "(status = ANY (ARRAY['a'::text, 'b'::text]))"))
                .isEqualTo(Comparison.UNDECIDED);
    }
}
