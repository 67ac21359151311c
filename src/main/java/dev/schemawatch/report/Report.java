package dev.schemawatch.report;

/** A form in which a run is told. Pure: commands do the writing. */
@FunctionalInterface
public interface Report {

    /** The run in this form, whole, ready to be written as UTF-8. Holds no secret. */
    String of(Run run);
}
