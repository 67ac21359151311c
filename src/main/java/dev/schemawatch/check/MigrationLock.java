package dev.schemawatch.check;

import dev.schemawatch.finding.Span;
import dev.schemawatch.workspace.SourceFile;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern PROVIDER =
            Pattern.compile("(?m)^[ \\t]*provider[ \\t]*=[ \\t]*[\"']([^\"'\\n]*)[\"']");

    public MigrationLock {
        Objects.requireNonNull(path);
        Objects.requireNonNull(file);
        providers = Collections.unmodifiableSortedSet(new TreeSet<>(providers));
    }

    /** Where such a file names the kind of database. */
    public static Optional<Span> provider(String text) {
        Matcher matcher = PROVIDER.matcher(text);
        return matcher.find() ? Optional.of(new Span(matcher.start(1), matcher.end(1))) : Optional.empty();
    }

    /** Whether both are the same: Prisma has two words for PostgreSQL. */
    public static boolean isSame(String provider, String other) {
        return normal(provider).equals(normal(other));
    }

    private static String normal(String provider) {
        return provider.equals("postgres") ? "postgresql" : provider;
    }
}
