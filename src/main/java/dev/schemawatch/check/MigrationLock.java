package dev.schemawatch.check;

import dev.schemawatch.workspace.SourceFile;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which kind of database the migrations of a folder are for, by Prisma's own note of it and by the schema.
 *
 * @param path of {@code migration_lock.toml}, there or not
 * @param file what is there
 * @param providers the kinds of databases of the schemas whose migrations these are; more than one only where schemas share
 *     the folder
 * @param needed whether Prisma has a migration in the folder
 */
public record MigrationLock(String path, Optional<SourceFile> file, SortedSet<String> providers, boolean needed) {
    public MigrationLock {
        Objects.requireNonNull(path);
        Objects.requireNonNull(file);
        providers = Collections.unmodifiableSortedSet(new TreeSet<>(providers));
    }
}
