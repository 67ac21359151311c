package dev.schemawatch.daemon;

import dev.schemawatch.alert.AlertChannel;
import dev.schemawatch.alert.AlertPolicy;
import dev.schemawatch.alert.AlertState;
import java.util.Optional;

/** Remembers which alerts are out, and sends what the policy decides. */
public final class Alerting implements RunListener {
    private final AlertChannel channel;
    private AlertState state = AlertState.empty();

    /** Alerts go to this channel. */
    public Alerting(AlertChannel channel) {
        this.channel = channel;
    }

    @Override
    public void ran(Run run) {
        Optional<String> looked =
                run.trigger() instanceof Trigger.Database database ? Optional.of(database.name()) : Optional.empty();
        AlertPolicy.Decision decision = AlertPolicy.decide(state, run.current(), looked);
        state = decision.next();
        decision.alerts().forEach(channel::send);
    }
}
