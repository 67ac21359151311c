package dev.schemawatch.setup;

import java.util.List;

/** The configuration cannot be used. Says everything that is wrong with it, one line per problem. */
public final class InvalidSetup extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param problems sentences, each with its place; at least one */
    public InvalidSetup(List<String> problems) {
        super(String.join("\n", problems));
    }
}
