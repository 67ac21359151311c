package dev.schemawatch.alert;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The terminal's end of the channel: one line per alert. */
@Singleton
public class AlertSink {
    private final AtomicReference<Consumer<String>> line = new AtomicReference<>(_ -> {});

    /** Where lines go from now on; nowhere before. */
    public void printTo(Consumer<String> printer) {
        line.set(printer);
    }

    /** Takes an alert from the channel. */
    @Incoming(MessagingChannel.NAME)
    public void accept(Alert alert) {
        line.get().accept(inOneLine(alert));
    }

    /** The alert as one line for people. */
    static String inOneLine(Alert alert) {
        String objects = alert.objects().isEmpty() ? "" : " (" + String.join(", ", alert.objects()) + ")";
        return "ALERT " + alert.state() + " " + alert.summary() + objects;
    }
}
