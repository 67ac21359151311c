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
 * @param splits whether its Prisma sends a script that cannot run in one transaction statement by statement: from 7.4 on
 * @param order of the migrations and the scripts beside them
 */
public record Project(
        String schema,
        List<String> schemaFiles,
        String migrations,
        int prismaMajor,
        boolean splits,
        ScriptOrder order) {
    /** Who is on 7 most likely has a later one than 7.3. */
    private static final int SPLITTING_MAJOR = 7;

    public Project {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
        Objects.requireNonNull(order);
        schemaFiles = List.copyOf(schemaFiles);
    }

    /** With people's scripts behind Prisma's migrations, and the latest release of that major version. */
    public Project(String schema, List<String> schemaFiles, String migrations, int prismaMajor) {
        this(schema, schemaFiles, migrations, prismaMajor, prismaMajor >= SPLITTING_MAJOR, ScriptOrder.PRISMA_FIRST);
    }

    /** With an older release than the latest, where that is pinned: one that does not send statements apart. */
    public Project unsplit() {
        return new Project(schema, schemaFiles, migrations, prismaMajor, false, order);
    }

    /** By the rules of another major version of Prisma, or of the same, and with scripts in that order. */
    public Project with(int major, ScriptOrder other) {
        boolean latest = major >= SPLITTING_MAJOR && (splits || major != prismaMajor);
        return new Project(schema, schemaFiles, migrations, major, latest, other);
    }
}
