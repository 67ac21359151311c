package dev.schemawatch.plan;

import dev.schemawatch.diff.Difference;
import java.util.Objects;

/**
 * A difference that the plan does not mend.
 *
 * @param reason why, and what can be done instead, as a clause
 */
public record LeftOut(Difference difference, String reason) {
    public LeftOut {
        Objects.requireNonNull(difference);
        Objects.requireNonNull(reason);
    }
}
