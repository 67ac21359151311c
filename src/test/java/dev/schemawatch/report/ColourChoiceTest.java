package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColourChoiceTest {

    @Test
    void follows_the_terminal_when_nobody_says_otherwise() {
        assertThat(paint(Map.of(), true)).isEqualTo(Paint.COLOURS);
        assertThat(paint(Map.of(), false)).isEqualTo(Paint.PLAIN);
        assertThat(paint(Map.of("TERM", "dumb"), true)).isEqualTo(Paint.PLAIN);
    }

    @Test
    void lets_no_color_beat_force_color_unless_it_is_empty() {
        assertThat(paint(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true)).isEqualTo(Paint.PLAIN);
        assertThat(paint(Map.of("NO_COLOR", "", "FORCE_COLOR", "1"), false)).isEqualTo(Paint.COLOURS);
        assertThat(paint(Map.of("FORCE_COLOR", "0"), true)).isEqualTo(Paint.PLAIN);
        assertThat(paint(Map.of("CLICOLOR_FORCE", "1", "TERM", "dumb"), false)).isEqualTo(Paint.COLOURS);
    }

    @Test
    void lets_the_command_line_beat_all() {
        assertThat(ColourChoice.paint(Optional.of(true), Map.of("NO_COLOR", "1"), false))
                .isEqualTo(Paint.COLOURS);
    }

    private static Paint paint(Map<String, String> environment, boolean terminal) {
        return ColourChoice.paint(Optional.empty(), environment, terminal);
    }
}
