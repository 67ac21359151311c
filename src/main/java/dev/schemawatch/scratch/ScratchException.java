package dev.schemawatch.scratch;

import java.util.Objects;

/** A scratch database cannot be had, or cannot be left as it was. */
public final class ScratchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** @param message what, where and what next; holds no secret */
    public ScratchException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind);
    }

    /** @param message what, where and what next; holds no secret */
    public ScratchException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind);
    }

    /** What to make of it. */
    public Kind kind() {
        return kind;
    }

    /** What stands in the way. */
    public enum Kind {
        /** It would not be safe. */
        REFUSED,
        /** What it is to be made from cannot be understood. */
        CONFIGURATION,
        /** It does not work. */
        FAILED
    }
}
