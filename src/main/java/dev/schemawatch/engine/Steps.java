package dev.schemawatch.engine;

import dev.schemawatch.engine.Memo.Remembered;
import dev.schemawatch.engine.Memo.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs the steps of one evaluation, each only if what it reads is not equal to what it read the last time. A step that runs
 * and comes to an equal value hands on the old one, so that whatever reads it finds its own input unchanged at a glance:
 * this is what stops an edit of a comment at the parser.
 */
final class Steps {
    private final Map<Step, Remembered> before;
    private final Map<Step, Remembered> now = new HashMap<>();
    private final List<Step> ran = new ArrayList<>();

    Steps(Memo memo) {
        this.before = memo.steps();
    }

    /**
     * What the function makes of the input, remembered or made anew.
     *
     * @param name which step; with {@code subject} it is asked for once per evaluation
     * @param function of the input alone
     */
    <I, O> O derive(String name, String subject, I input, Function<? super I, ? extends O> function) {
        Step step = new Step(name, subject);
        Remembered remembered = before.get(step);
        if (remembered == null) {
            return run(step, input, function.apply(input));
        }
        @SuppressWarnings("unchecked") // a step's name is used by one caller, so it always comes to the same type
        O old = (O) remembered.output();
        if (remembered.input().equals(input)) {
            now.put(step, remembered);
            return old;
        }
        O output = function.apply(input);
        return run(step, input, old.equals(output) ? old : output);
    }

    private <O> O run(Step step, Object input, O output) {
        ran.add(step);
        now.put(step, new Remembered(input, output));
        return output;
    }

    /** Everything that was asked for, and nothing else: a file that is gone is forgotten. */
    Memo memo() {
        return new Memo(now);
    }

    /** The steps that had to run, in order. */
    List<Step> ran() {
        return List.copyOf(ran);
    }
}
