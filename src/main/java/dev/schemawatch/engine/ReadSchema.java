package dev.schemawatch.engine;

import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.workspace.Project;

/** A project's schema, or why there is none to go by. */
sealed interface ReadSchema {

    /** Parsed and resolved without an error. */
    record Sound(Project project, PrismaSchema schema) implements ReadSchema {
        /** Whether there is a PostgreSQL database to expect; a schema without a datasource is given the benefit of the doubt. */
        boolean forPostgresql() {
            return schema.datasource().isEmpty() || schema.datasource().get().postgresql();
        }
    }

    /** @param reason a sentence that names the schema */
    record Unsound(String reason) implements ReadSchema {}
}
