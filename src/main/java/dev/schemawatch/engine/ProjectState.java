package dev.schemawatch.engine;

import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.workspace.Project;

/** A project with what its files came to. */
record ProjectState(Project project, ReadSchema schema, MigrationFolder migrations) {}
