package dev.schemawatch.alert;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Sends alerts through the messaging channel {@code alerts}, where sinks of any kind can take them. */
@Singleton
public final class MessagingChannel implements AlertChannel {
    /** The channel's name. */
    static final String NAME = "alerts";

    private final Emitter<Alert> emitter;

    /** @param emitter of the channel; the container gives it */
    public MessagingChannel(@Channel(NAME) Emitter<Alert> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void send(Alert alert) {
        emitter.send(alert);
    }
}
