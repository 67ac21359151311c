package dev.schemawatch.cli;

import java.nio.file.InvalidPathException;

/**
 * A name on disk that this process cannot say. Java takes the encoding of names from the locale when it starts, and outside of UTF-8
 * it reads such a name and then cannot open it.
 */
final class UnusableName {
    private UnusableName() {}

    /** What to tell whoever started the process. */
    static CommandFailure failure(InvalidPathException refused) {
        return new CommandFailure(
                ExitStatus.FAILED,
                refused.getInput() + ": this name cannot be used (" + refused.getReason()
                        + "). If it is not plain ASCII, the locale is in the way: start it with LC_ALL=C.UTF-8.");
    }
}
