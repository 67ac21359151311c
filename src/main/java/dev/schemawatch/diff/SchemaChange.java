package dev.schemawatch.diff;

/** One step that would bring the database to the expected state. */
public sealed interface SchemaChange {
    /** The object that the step makes, alters or removes. */
    SchemaObject object();

    /** Creates the object. */
    record Create(SchemaObject object) implements SchemaChange {}
}
