package dev.schemawatch.engine;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.RuleSelection;
import java.util.List;
import java.util.Objects;

/** Turns inputs into an outcome, doing again only what the difference to the last inputs makes necessary. */
public final class Engine {
    private final List<Check<?>> checks;
    private final RuleSelection selection;

    /** An engine that runs those of the checks that the selection leaves in force. */
    public Engine(List<Check<?>> checks, RuleSelection selection) {
        this.checks = List.copyOf(checks);
        this.selection = Objects.requireNonNull(selection);
    }

    /**
     * Evaluates the inputs. The outcome depends on the inputs alone; the memo only saves work.
     *
     * @param memo of an earlier evaluation by an engine with the same checks and selection, of an {@link Expectation}, or
     *     {@link Memo#empty}
     */
    public Evaluation evaluate(Inputs inputs, Memo memo) {
        Steps steps = new Steps(memo);
        Outcome outcome = new CheckGraph(inputs, selection, checks, steps).evaluate();
        return new Evaluation(outcome, steps.memo(), steps.ran().size());
    }
}
