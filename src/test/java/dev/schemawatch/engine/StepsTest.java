package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StepsTest {

    @Test
    void runs_a_step_whose_input_changed() {
        Steps first = new Steps(Memo.empty());
        assertThat(first.derive("length", "a", "one", String::length)).isEqualTo(3);
        Steps second = new Steps(first.memo());
        assertThat(second.derive("length", "a", "three", String::length)).isEqualTo(5);
        assertThat(second.ran()).hasSize(1);
    }

    @Test
    void does_not_run_a_step_whose_input_is_equal() {
        Steps first = new Steps(Memo.empty());
        first.derive("length", "a", List.of("one"), List::size);
        Steps second = new Steps(first.memo());
        assertThat(second.<List<String>, Integer>derive("length", "a", List.of("one"), _ -> {
                    throw new AssertionError("ran again");
                }))
                .isEqualTo(1);
        assertThat(second.ran()).isEmpty();
    }

    @Test
    void hands_on_the_old_value_when_the_new_one_is_equal() {
        Steps first = new Steps(Memo.empty());
        List<String> old = first.derive("words", "a", "x y", text -> List.of(text.split(" ")));
        Steps second = new Steps(first.memo());
        assertThat(second.<String, List<String>>derive("words", "a", "x  y", text -> List.of(text.split(" +"))))
                .isSameAs(old);
    }

    @Test
    void takes_over_what_the_twin_made_of_an_equal_input() {
        Steps first = new Steps(Memo.empty());
        List<String> made = first.derive("words", "words of HEAD", "a", "x y", text -> List.of(text.split(" ")));
        Steps second = new Steps(first.memo());
        assertThat(second.<String, List<String>>derive("words of HEAD", "words", "a", "x y", _ -> {
                    throw new AssertionError("ran again");
                }))
                .isSameAs(made);
        assertThat(second.ran()).isEmpty();
    }

    @Test
    void runs_a_step_once_however_often_it_is_asked_for() {
        Steps steps = new Steps(Memo.empty());
        steps.derive("length", "a", "one", String::length);
        steps.derive("length", "a", "one", String::length);
        assertThat(steps.ran()).hasSize(1);
    }

    @Test
    void forgets_what_nobody_asked_for() {
        Steps first = new Steps(Memo.empty());
        first.derive("length", "a", "one", String::length);
        Steps second = new Steps(first.memo());
        second.derive("length", "b", "one", String::length);
        assertThat(second.memo().steps()).containsOnlyKeys(new Memo.Step("length", "b"));
    }
}
