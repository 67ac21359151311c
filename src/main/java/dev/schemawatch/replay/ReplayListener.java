package dev.schemawatch.replay;

import dev.schemawatch.migration.Migration;

/** Is told how far a replay is, on the thread that replays. */
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
}
