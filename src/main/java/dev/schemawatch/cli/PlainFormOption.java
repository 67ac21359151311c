package dev.schemawatch.cli;

import picocli.CommandLine.Option;

/** The option that says in which form a result without findings is shown. */
final class PlainFormOption {
    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private PlainForm form = PlainForm.TEXT;

    /** The form that is wanted. */
    PlainForm form() {
        return form;
    }
}
