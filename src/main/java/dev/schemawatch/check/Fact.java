package dev.schemawatch.check;

import dev.schemawatch.workspace.SourceFile;

/**
 * A kind of value that checks can read. The set is closed: a new fact is a constant here and a derivation in the engine.
 *
 * @param <F> the type of the values
 */
public final class Fact<F> {

    /** Each file of the repository that Schemawatch reads, whatever is in it. */
    public static final Fact<SourceFile> EACH_FILE = new Fact<>("file", SourceFile.class);

    /** Per project: its schema files as they lie on the disk, before anything is parsed. */
    public static final Fact<SchemaFiles> SCHEMA_FILES = new Fact<>("schema files", SchemaFiles.class);

    private final String name;
    private final Class<F> type;

    private Fact(String name, Class<F> type) {
        this.name = name;
        this.type = type;
    }

    /** What one value is, as a noun for people. */
    public String name() {
        return name;
    }

    /** The class of the values. */
    public Class<F> type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
