package dev.schemawatch.workspace;

import java.util.List;
import java.util.Objects;

/**
 * One Prisma schema with its migrations; a repository may hold several. All paths are relative to the workspace's root.
 *
 * @param schema the schema file, or the folder whose {@code .prisma} files together are the schema
 * @param schemaFiles the existing schema files, sorted; empty when the schema is missing
 * @param migrations the migrations folder, existing or not
 * @param prismaMajor the major version of Prisma whose rules apply: 5, 6 or 7; what has a later one is not understood
 * @param order of the migrations and the scripts beside them
 */
public record Project(String schema, List<String> schemaFiles, String migrations, int prismaMajor, ScriptOrder order) {
    public Project {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
        Objects.requireNonNull(order);
        schemaFiles = List.copyOf(schemaFiles);
    }

    /** With people's scripts behind Prisma's migrations. */
    public Project(String schema, List<String> schemaFiles, String migrations, int prismaMajor) {
        this(schema, schemaFiles, migrations, prismaMajor, ScriptOrder.PRISMA_FIRST);
    }
}
