package dev.schemawatch.engine;

import dev.schemawatch.engine.Memo.Remembered;
import dev.schemawatch.engine.Memo.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

    /**
     * For a value, the earlier one that it was found to differ from: what one step comes to is the input of others, and a fact
     * that of every check which reads it.
     */
    private final Map<Object, Object> different = new IdentityHashMap<>();

    Steps(Memo memo) {
        this.before = memo.steps();
    }

    /**
     * What the function makes of the input, remembered or made anew.
     *
     * @param name which step; with {@code subject} it has one input in one evaluation
     * @param function of the input alone
     */
    <I, O> O derive(String name, String subject, I input, Function<? super I, ? extends O> function) {
        return derive(name, name, subject, input, function);
    }

    /**
     * The same for a step that has a twin, which makes the same of equal inputs: what the twin made is taken over. So a tree
     * that is as it was committed is read once, the first edit after a commit does not parse the commit, and an edit taken
     * back parses nothing.
     *
     * @param twin the name of the other step
     */
    <I, O> O derive(String name, String twin, String subject, I input, Function<? super I, ? extends O> function) {
        Step step = new Step(name, subject);
        Step twinStep = new Step(twin, subject);
        for (Remembered remembered :
                Arrays.asList(now.get(step), before.get(step), now.get(twinStep), before.get(twinStep))) {
            if (remembered != null && isStill(remembered.input(), input)) {
                now.put(step, remembered);
                return output(remembered);
            }
        }
        O output = function.apply(input);
        Remembered old = before.get(step);
        return run(step, input, old != null && isStill(old.output(), output) ? output(old) : output);
    }

    private boolean isStill(Object earlier, Object value) {
        if (different.get(value) == earlier) {
            return false;
        }
        boolean same = earlier.equals(value);
        if (!same) {
            different.put(value, earlier);
        }
        return same;
    }

    /** A step's name, and its twin's, is used by one caller: it always comes to the same type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <O> O output(Remembered remembered) {
        return (O) remembered.output();
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
