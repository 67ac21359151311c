package dev.schemawatch.hook;

/** A hook cannot be put there, or not safely. The message says where, why and what to do by hand. */
public final class HookRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    HookRefused(String message) {
        super(message);
    }
}
