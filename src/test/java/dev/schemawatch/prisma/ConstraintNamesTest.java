package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    @Test
    void names_constraints_after_table_and_columns() {
        assertThat(ConstraintNames.primaryKey("Booking")).isEqualTo("Booking_pkey");
        assertThat(ConstraintNames.unique("Booking", List.of("a", "b"))).isEqualTo("Booking_a_b_key");
        assertThat(ConstraintNames.index("Booking", List.of("a"))).isEqualTo("Booking_a_idx");
        assertThat(ConstraintNames.foreignKey("Booking", List.of("a"))).isEqualTo("Booking_a_fkey");
    }

    @Test
    void cuts_the_base_and_keeps_the_suffix() {
        assertThat(ConstraintNames.unique("T".repeat(60), List.of("column")))
                .isEqualTo("T".repeat(59) + "_key")
                .hasSize(63);
    }

    @Test
    void cuts_between_characters_not_inside_one() {
        String name = ConstraintNames.primaryKey("é".repeat(40));

        assertThat(name).isEqualTo("é".repeat(29) + "_pkey");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isEqualTo(63);
    }

    @Test
    void shortens_a_sequence_as_postgresql_does() {
        assertThat(ConstraintNames.sequence("Booking", "id")).isEqualTo("Booking_id_seq");
        assertThat(ConstraintNames.sequence("T".repeat(60), "c".repeat(40)))
                .isEqualTo("T".repeat(29) + "_" + "c".repeat(29) + "_seq");
        assertThat(ConstraintNames.sequence("T".repeat(60), "id")).isEqualTo("T".repeat(56) + "_id_seq");
    }
}
