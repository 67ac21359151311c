package dev.schemawatch.daemon;

import java.time.Instant;

/** Is told of everything that the loop does, on the loop's thread. */
public interface RunListener {

    /** A run ended. */
    void ran(Run run);

    /** Something is to be told to people. */
    default void said(String message, Instant at) {}

    /** Files changed, and nothing that a check reads is different. */
    default void unchanged() {}

    /** A run broke: a fault of ours. The outcome before stays in force. */
    default void failed(Throwable fault, Instant at) {}
}
