package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void replaces_escapes_controls_and_bidi_marks() {
        assertThat(Printable.of("a\u001B[31m\u0007\u009B\u202Eb\u2066\rc")).isEqualTo("a�[31m���b��c");
    }

    @Test
    void keeps_everything_on_one_line() {
        assertThat(Printable.of("a\nb\tc\u2028d")).isEqualTo("a b c�d");
    }

    @Test
    void leaves_letters_of_every_script_alone() {
        assertThat(Printable.of("Größe 予約 😀 עברית")).isEqualTo("Größe 予約 😀 עברית");
    }

    @Property
    void leaves_no_control_character(@ForAll String text) {
        assertThat(Printable.of(text)
                        .chars()
                        .filter(c -> Character.isISOControl(c))
                        .count())
                .isZero();
    }
}
