package dev.schemawatch.daemon;

import dev.schemawatch.alert.AlertChannel;
import dev.schemawatch.alert.AlertPolicy;
import dev.schemawatch.alert.AlertState;
import dev.schemawatch.metrics.AlertMetrics;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Remembers which alerts are out, and sends what the policy decides. */
@Singleton
public final class Alerting implements RunListener {
    private final AlertChannel channel;
    private final AlertMetrics metrics;
    private AlertState state = AlertState.empty();

    /** Alerts go to this channel, and are counted here. */
    public Alerting(AlertChannel channel, AlertMetrics metrics) {
        this.channel = channel;
        this.metrics = metrics;
    }

    @Override
    public void ran(Run run) {
        Optional<String> looked =
                run.trigger() instanceof Trigger.Database database ? Optional.of(database.name()) : Optional.empty();
        AlertPolicy.Decision decision = AlertPolicy.decide(state, run.current(), looked);
        state = decision.next();
        decision.alerts().forEach(channel::send);
        metrics.show(state.firing().size(), decision.alerts().size());
    }
}
