package dev.schemawatch.plan;

import dev.schemawatch.diff.Difference;
import java.util.Locale;
import java.util.Objects;

/**
 * A difference that the plan does not mend.
 *
 * @param reason what keeps the plan from it, and what can be done instead, as a clause
 */
public record LeftOut(Difference difference, Cause cause, String reason) {
    public LeftOut {
        Objects.requireNonNull(difference);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(reason);
    }

    /** What keeps a plan from mending a difference. */
    public enum Cause {
        /** Nothing is wrong. */
        HARMLESS,
        /** It is not known whether there is a difference. */
        UNDECIDED,
        /** Something would be dropped, and nobody asked for that. */
        KEPT,
        /** It cannot be done, or not without losing data. */
        BLOCKED;

        /** The cause as one token, for JSON. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
