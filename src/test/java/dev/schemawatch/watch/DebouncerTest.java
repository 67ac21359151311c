package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DebouncerTest {
    private static final long SETTLE = Duration.ofMillis(15).toNanos();
    private static final long MAX_WAIT = Duration.ofSeconds(2).toNanos();

    /** Gaps between changes, in milliseconds; looked at every millisecond. */
    @Property(tries = 300)
    void every_change_comes_out_once_and_within_the_longest_wait(
            @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 30) Integer> gaps) {
        Debouncer debouncer = new Debouncer(Duration.ofMillis(15), Duration.ofSeconds(2));
        SortedSet<String> in = new TreeSet<>();
        SortedSet<String> out = new TreeSet<>();
        long now = Long.MAX_VALUE - SETTLE; // a clock of nanoTime may overflow
        long oldest = 0;
        for (int i = 0; i < gaps.size(); i++) {
            for (int step = 0; step < gaps.get(i); step++) {
                now += 1_000_000;
                if (debouncer.untilDue(now) <= 0) {
                    out.addAll(debouncer.take().paths());
                }
            }
            oldest = debouncer.untilDue(now) == Long.MAX_VALUE ? now : oldest;
            in.add("file" + i);
            debouncer.add("file" + i, now);
            assertThat(debouncer.untilDue(now)).isBetween(0L, SETTLE);
            assertThat(debouncer.untilDue(now) + now - oldest).isBetween(0L, MAX_WAIT);
        }
        out.addAll(debouncer.take().paths());

        assertThat(out).isEqualTo(in);
    }

    @Test
    void is_not_due_before_it_has_been_quiet() {
        Debouncer debouncer = new Debouncer(Duration.ofMillis(15), Duration.ofSeconds(2));
        debouncer.add("a", 0);
        debouncer.add("b", SETTLE - 1);

        assertThat(debouncer.untilDue(SETTLE)).isEqualTo(SETTLE - 1);
    }

    @Test
    void a_lost_event_makes_everything_uncertain_once() {
        Debouncer debouncer = new Debouncer(Duration.ofMillis(15), Duration.ofSeconds(2));
        debouncer.add("a", 0);
        debouncer.lose(1);

        assertThat(debouncer.take().complete()).isFalse();
        debouncer.add("b", 2);
        assertThat(debouncer.take().complete()).isTrue();
    }

    @Test
    void nothing_is_due_when_nothing_changed() {
        assertThat(new Debouncer(Duration.ofMillis(15), Duration.ofSeconds(2)).untilDue(7))
                .isEqualTo(Long.MAX_VALUE);
    }
}
