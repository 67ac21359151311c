package dev.schemawatch.prisma;

import java.util.List;
import java.util.Optional;

/** Resolves the names and relations of the files that together are one schema. */
public final class PrismaSchemaResolver {
    private PrismaSchemaResolver() {}

    /**
     * Resolves the trees of all files of one schema.
     *
     * @param files in the order in which Prisma reads them, by path
     * @param prismaMajor 5, 6 or 7
     */
    public static Parsed<PrismaSchema> resolve(List<PrismaAst> files, int prismaMajor) {
        return new Parsed<>(new PrismaSchema(Optional.empty(), List.of(), List.of(), List.of(), List.of()), List.of());
    }
}
