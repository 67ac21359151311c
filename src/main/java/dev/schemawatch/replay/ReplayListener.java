package dev.schemawatch.replay;

import dev.schemawatch.migration.Migration;

/** Is told how far a replay is, on the thread that replays, and may call it off. */
@FunctionalInterface
public interface ReplayListener {

    /** For those who only want the end. */
    ReplayListener NOBODY = (_, _, _) -> {};

    /**
     * A migration begins.
     *
     * @param before how many are applied
     * @param all how many there are
     */
    void begins(Migration migration, int before, int all);

    /**
     * Whether nobody wants the outcome any more: then the statement at hand is cancelled on the server. Asked several times a
     * second, by any thread.
     */
    default boolean isCalledOff() {
        return false;
    }
}
