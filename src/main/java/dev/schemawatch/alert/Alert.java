package dev.schemawatch.alert;

import java.util.List;

/**
 * Tells that a problem began or ended.
 *
 * @param objects the first few objects that it is about; empty for a resolved alert
 * @param summary a sentence for people, without a secret
 */
public record Alert(Problem problem, State state, String summary, List<String> objects) {
    public Alert {
        objects = List.copyOf(objects);
    }

    /** Whether the problem is there or gone. */
    public enum State {
        FIRED,
        RESOLVED
    }
}
