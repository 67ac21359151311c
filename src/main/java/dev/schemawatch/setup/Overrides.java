package dev.schemawatch.setup;

import java.util.Objects;
import java.util.Optional;

/**
 * What the command line says, and what therefore beats environment and file. Paths are as typed: relative to the working
 * directory.
 *
 * @param config the configuration file; empty to search for one
 * @param schema the schema file or folder
 * @param migrations the migrations folder
 */
public record Overrides(Optional<String> config, Optional<String> schema, Optional<String> migrations) {
    /** The command line says nothing. */
    public static final Overrides NONE = new Overrides(Optional.empty(), Optional.empty(), Optional.empty());

    public Overrides {
        Objects.requireNonNull(config);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
    }
}
