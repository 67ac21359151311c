package dev.schemawatch.prisma;

import dev.schemawatch.schema.DatabaseSchema;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns a schema into the PostgreSQL database that Prisma's migrations would make of it. */
public final class SchemaLowering {
    private SchemaLowering() {}

    /**
     * Lowers a schema.
     *
     * @param prismaMajor 5, 6 or 7: the shape of implicit many-to-many tables changed with 6
     * @param defaultNamespace the namespace of what has no {@code @@schema}: the {@code schema} parameter of the URL
     */
    public static Lowered lower(PrismaSchema schema, int prismaMajor, String defaultNamespace) {
        return new Lowered(
                new DatabaseSchema(
                        new TreeSet<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new TreeMap<>()),
                new Origins(new TreeMap<>(), new TreeMap<>()));
    }
}
