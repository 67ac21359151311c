package dev.schemawatch.demo;

/**
 * One part of the incident: something is broken, Schemawatch has to show it as new, it is mended, Schemawatch has to show it
 * as fixed.
 *
 * @param story what happened to the team, in a sentence
 * @param breaking what is done to the repository or the database, as a command that anybody could have typed
 * @param sign the words by which the line about this fault is known, when it is new and when it is fixed
 * @param mending what mends it, likewise as a command
 */
record Scene(String story, String breaking, Act breakIt, String sign, String mending, Act mendIt) {

    /** Something done to the example. */
    @FunctionalInterface
    interface Act {
        /** @throws Exception when the disk or the scratch database refuses */
        void perform() throws Exception;
    }
}
