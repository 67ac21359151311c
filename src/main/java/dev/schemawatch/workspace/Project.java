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
 */
public record Project(String schema, List<String> schemaFiles, String migrations, int prismaMajor) {
    public Project {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
        schemaFiles = List.copyOf(schemaFiles);
    }
}
