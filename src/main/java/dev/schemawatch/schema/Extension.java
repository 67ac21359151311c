package dev.schemawatch.schema;

import java.util.Optional;

/**
 * An installed, or a required, extension.
 *
 * @param schema where it is installed; empty on the expected side when the author leaves it open
 * @param version likewise
 */
public record Extension(String name, Optional<String> schema, Optional<String> version) {}
