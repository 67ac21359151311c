package dev.schemawatch.env;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to be known of environment variables beside what is in the files.
 *
 * @param scope whose environment is judged
 * @param examples paths of files that are examples though their name does not say so
 * @param files paths of files that an application reads though their name does not say so
 */
public record EnvInputs(EnvScope scope, SortedSet<String> examples, SortedSet<String> files) {
    /** Every file of the repository, and a process that sets nothing. */
    public static final EnvInputs FILES_ONLY =
            new EnvInputs(new EnvScope.Repository(new TreeSet<>()), new TreeSet<>(), new TreeSet<>());

    public EnvInputs {
        Objects.requireNonNull(scope);
        examples = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) examples));
        files = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) files));
    }

    /** Whether the file at that path sets or shows environment variables. */
    public boolean isEnvFile(String path) {
        return EnvName.isOfEnvFile(path) || examples.contains(path) || files.contains(path);
    }
}
