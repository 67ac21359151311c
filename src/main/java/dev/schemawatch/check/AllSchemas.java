package dev.schemawatch.check;

import java.util.List;

/**
 * Every schema of the repository, each without an error.
 *
 * @param schemas in order of their paths; at least one
 */
public record AllSchemas(List<ProjectSchema> schemas) {
    public AllSchemas {
        schemas = List.copyOf(schemas);
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException("no schema");
        }
    }
}
