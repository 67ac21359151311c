package dev.schemawatch.watch;

import static dev.schemawatch.watch.Disk.child;
import static dev.schemawatch.watch.Disk.parent;

import dev.schemawatch.prisma.PackageJson;
import dev.schemawatch.prisma.PrismaConfigFile;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What Prisma is told about the places of schemas and migrations: a config file, else {@code package.json#prisma.schema},
 * which Prisma 7 no longer reads.
 *
 * @param schemas paths of schemas, there or not
 * @param ofRoot the one of them that is named in the root itself
 * @param migrationsBySchema migrations folders that are named for a schema
 */
record DeclaredSchemas(
        SortedSet<String> schemas, Optional<String> ofRoot, SortedMap<String, String> migrationsBySchema) {
    private static final int LAST_MAJOR_WITH_PACKAGE_SCHEMA = 6;

    DeclaredSchemas {
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
        migrationsBySchema = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) migrationsBySchema));
    }

    /** The migrations folder that is named for this schema. */
    Optional<String> migrations(String schema) {
        return Optional.ofNullable(migrationsBySchema.get(schema));
    }

    /** Reads the files of the tree that can say something. */
    static DeclaredSchemas read(SearchTree tree, UnaryOperator<String> text) {
        SortedMap<String, String> schemas = new TreeMap<>();
        SortedMap<String, String> migrations = new TreeMap<>();
        configFiles(tree).forEach((packageFolder, path) -> {
            PrismaConfigFile config = PrismaConfigFile.read(path, text.apply(path));
            Optional<String> schema = config.schema().flatMap(place -> Disk.named(parent(path), place));
            schema.ifPresent(found -> schemas.put(packageFolder, found));
            Set<String> meant = schema.map(Set::of).orElseGet(() -> defaultPlaces(packageFolder));
            config.migrations()
                    .flatMap(place -> Disk.named(parent(path), place))
                    .ifPresent(folder -> meant.forEach(each -> migrations.put(each, folder)));
        });
        Set<String> configured = configFiles(tree).keySet();
        tree.files().stream()
                .filter(path -> path.equals("package.json") || path.endsWith("/package.json"))
                .filter(path -> !configured.contains(parent(path)))
                .forEach(path -> {
                    PackageJson described = PackageJson.read(text.apply(path));
                    described
                            .schema()
                            .filter(_ -> described.prismaMajor().orElse(0) <= LAST_MAJOR_WITH_PACKAGE_SCHEMA)
                            .flatMap(place -> Disk.named(parent(path), place))
                            .ifPresent(found -> schemas.put(parent(path), found));
                });
        return new DeclaredSchemas(new TreeSet<>(schemas.values()), Optional.ofNullable(schemas.get("")), migrations);
    }

    /** The config file in force for each package. */
    private static SortedMap<String, String> configFiles(SearchTree tree) {
        SortedMap<String, String> files = new TreeMap<>();
        tree.files().stream()
                .filter(PrismaConfigFile::isAt)
                .sorted(PrismaConfigFile.PRECEDENCE)
                .forEach(path -> files.putIfAbsent(PrismaConfigFile.folder(path), path));
        return files;
    }

    private static Set<String> defaultPlaces(String packageFolder) {
        return Set.of(
                child(packageFolder, "schema.prisma"),
                child(packageFolder, "prisma/schema.prisma"),
                child(packageFolder, "prisma/schema"),
                child(packageFolder, "prisma"));
    }
}
