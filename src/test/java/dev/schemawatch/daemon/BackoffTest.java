package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5));

    @Test
    void keeps_the_interval_through_the_first_failures() {
        assertThat(backoff.next(2, 0.9)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void doubles_after_that() {
        assertThat(backoff.next(3, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.next(4, 0.5)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void is_never_shorter_than_the_interval() {
        assertThat(new Backoff(Duration.ofMinutes(10)).next(3, 0.5)).isEqualTo(Duration.ofMinutes(10));
    }

    @Property
    void waits_at_most_five_minutes_and_a_fifth(
            @ForAll @IntRange(min = 3) int failures,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        assertThat(backoff.next(failures, random)).isBetween(Duration.ofSeconds(8), Duration.ofMinutes(6));
    }
}
