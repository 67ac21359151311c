package dev.schemawatch.engine;

import java.util.Map;

/** What an evaluation leaves to the next: every derivation with what it was given and what it came to. Immutable. */
public final class Memo {
    private static final Memo EMPTY = new Memo(Map.of());

    private final Map<Step, Remembered> steps;

    Memo(Map<Step, Remembered> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** Nothing is remembered: everything runs. */
    public static Memo empty() {
        return EMPTY;
    }

    Map<Step, Remembered> steps() {
        return steps;
    }

    /**
     * One derivation or check.
     *
     * @param name which
     * @param subject of what: a path, a project, a database
     */
    record Step(String name, String subject) {}

    /** What a step was given, and what it came to. */
    record Remembered(Object input, Object output) {}
}
