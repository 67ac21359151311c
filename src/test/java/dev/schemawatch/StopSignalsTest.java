package dev.schemawatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.cli.ExitStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopSignalsTest {
    private final CompletableFuture<Integer> halted = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void a_daemon_that_stops_decides_the_status_itself() throws InterruptedException {
        StopSignals signals = new StopSignals(asked::countDown, Duration.ofHours(1), halted::complete);
        signals.end(ExitStatus.CLEAN, ExitStatus.TERMINATED);

        assertThat(asked.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(signals.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(halted).isNotDone();
    }

    @Test
    void an_interrupted_daemon_ends_with_130_though_it_stopped_in_time() {
        StopSignals signals = new StopSignals(asked::countDown, Duration.ofHours(1), halted::complete);
        signals.end(ExitStatus.INTERRUPTED, ExitStatus.INTERRUPTED);

        assertThat(signals.status().code()).isEqualTo(130);
    }

    @Test
    void a_daemon_that_hangs_is_ended_at_the_deadline() {
        StopSignals signals = new StopSignals(asked::countDown, Duration.ofMillis(1), halted::complete);
        signals.end(ExitStatus.CLEAN, ExitStatus.TERMINATED);

        assertThat(halted).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(143);
    }
}
