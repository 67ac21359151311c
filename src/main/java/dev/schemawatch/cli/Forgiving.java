package dev.schemawatch.cli;

/** A command that is a part of something which its own failure should not stop. */
interface Forgiving {
    /**
     * What the command ends with after it failed and the reason was printed.
     *
     * @param failure what it would end with otherwise
     */
    ExitStatus after(ExitStatus failure);
}
