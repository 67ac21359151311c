package dev.schemawatch.engine;

import java.util.Objects;

/**
 * What an evaluation came to.
 *
 * @param memo to be given to the next evaluation
 * @param steps how many derivations and checks had to run: 0 when nothing that matters changed
 */
public record Evaluation(Outcome outcome, Memo memo, int steps) {
    public Evaluation {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(memo);
    }
}
