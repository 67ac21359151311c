package dev.schemawatch.cli;

import java.util.Objects;

/** A command cannot go on, for a reason that its user can mend. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    /** @param message what, where and what next; may have several lines, holds no secret */
    CommandFailure(ExitStatus status, String message) {
        super(message);
        this.status = Objects.requireNonNull(status);
    }

    ExitStatus status() {
        return status;
    }
}
