package dev.schemawatch.cli;

import java.util.Objects;

/** A command cannot go on, for a reason that its user can mend. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    /** @param message what, where and what next; may have several lines, holds no secret */
    public CommandFailure(ExitStatus status, String message) {
        super(message);
        this.status = Objects.requireNonNull(status);
    }

    /** What the command ends with. */
    public ExitStatus status() {
        return status;
    }
}
