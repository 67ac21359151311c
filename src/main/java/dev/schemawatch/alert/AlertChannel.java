package dev.schemawatch.alert;

/** Takes alerts away. */
public interface AlertChannel {
    /** Passes an alert on without waiting for anybody to read it. */
    void send(Alert alert);
}
